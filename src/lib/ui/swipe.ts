// A row pushed aside with a finger does what one of its buttons does: towards the end of the line the first
// of them, towards its start the last. The buttons stay the way that is always there (`data-twins`).
import './swipe.css';
import { feel } from './haptics';

/** The edge of the screen is where the system's own Back begins. */
const EDGE = 24;
/** So far a finger wanders without meaning anything. */
const SLACK = 10;
/** So far it is meant, in a row wide enough. */
const FAR = 96;

interface Swipe {
	readonly row: HTMLElement;
	/** What the finger came down on: it alone hears of the end when it is no longer in the page. */
	readonly touched: HTMLElement;
	readonly x: number;
	readonly y: number;
	readonly ahead: HTMLElement;
	readonly back: HTMLElement;
	/** What comes to light beside the row; there once it is a swipe. */
	under?: HTMLElement;
	isFar: boolean;
}

function begun({ touches, target }: TouchEvent): Swipe | undefined {
	const [finger, another] = touches;
	if (!finger || another || !(target instanceof Element)) return undefined;
	if (finger.clientX < EDGE || finger.clientX > window.innerWidth - EDGE) return undefined;
	if (target.closest('input, textarea, select, [contenteditable]')) return undefined;
	const inRow = target.closest<HTMLElement>('li, article, [role="listitem"]');
	const twins = inRow?.querySelector('[data-twins]');
	const row = twins?.closest<HTMLElement>('li, article, [role="listitem"]');
	if (!twins || !row?.contains(target) || getSelection()?.isCollapsed === false) return undefined;
	const buttons = [...twins.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
	const [ahead, ...others] = buttons;
	const back = others.at(-1);
	if (!ahead || !back) return undefined;
	return {
		row,
		touched: target as HTMLElement,
		x: finger.clientX,
		y: finger.clientY,
		ahead,
		back,
		isFar: false
	};
}

/** How far the finger went, and whether that is towards the end of the line. */
function pushOf({ row, x }: Swipe, finger: Touch): { by: number; isAhead: boolean } {
	const by = finger.clientX - x;
	return { by, isAhead: by > 0 === (getComputedStyle(row).direction !== 'rtl') };
}

function show(swipe: Swipe, { by, isAhead }: ReturnType<typeof pushOf>): void {
	const { row } = swipe;
	const twin = isAhead ? swipe.ahead : swipe.back;
	const under = (swipe.under ??= document.createElement('div'));
	if (!under.isConnected) {
		under.className = 'swipe-under';
		under.setAttribute('aria-hidden', 'true');
		(row.closest('dialog') ?? document.body).append(under);
		document.documentElement.classList.add('swiping');
	}
	const said = twin.getAttribute('aria-label') ?? twin.textContent.trim();
	if (under.dataset['said'] !== said) {
		under.dataset['said'] = said;
		const words = document.createElement('span');
		words.textContent = said;
		const icon = twin.querySelector('.i')?.cloneNode(true);
		under.replaceChildren(...(icon ? [icon] : []), words);
	}
	row.style.translate = `${by}px 0`;
	const { top, height, left, right } = row.getBoundingClientRect();
	const width = Math.abs(by);
	Object.assign(under.style, {
		top: `${top}px`,
		height: `${height}px`,
		left: `${by > 0 ? left - by : right}px`,
		width: `${width}px`
	});
	under.classList.toggle('at-right', by < 0);
	const isFar = width >= Math.min(FAR, row.offsetWidth * 0.35);
	if (isFar && !swipe.isFar) feel();
	swipe.isFar = isFar;
	under.classList.toggle('far', isFar);
}

let swipe: Swipe | undefined;

/** The row goes back to where it stands. */
function rest(): void {
	if (!swipe) return;
	const { row, touched, under } = swipe;
	swipe = undefined;
	window.removeEventListener('touchmove', onmove);
	touched.removeEventListener('touchend', onend);
	touched.removeEventListener('touchcancel', rest);
	under?.remove();
	if (!row.style.translate) return;
	row.classList.add('swiped');
	row.style.removeProperty('translate');
	setTimeout(() => {
		row.classList.remove('swiped');
		if (!swipe?.under) document.documentElement.classList.remove('swiping');
	}, 250);
}

function onmove(event: TouchEvent): void {
	const [finger, another] = event.touches;
	if (!swipe || !finger || another) {
		rest();
		return;
	}
	const push = pushOf(swipe, finger);
	if (!swipe.under) {
		const across = Math.abs(push.by);
		const along = Math.abs(finger.clientY - swipe.y);
		if (across < SLACK && along < SLACK) return;
		// The page is being scrolled.
		if (along >= across || !event.cancelable) {
			rest();
			return;
		}
	}
	event.preventDefault();
	show(swipe, push);
}

function onend(event: TouchEvent): void {
	if (!swipe) return;
	const [finger] = event.changedTouches;
	const { isFar, ahead, back } = swipe;
	const twin = finger && pushOf(swipe, finger).isAhead ? ahead : back;
	rest();
	if (isFar && finger && twin.isConnected) twin.click();
}

/** A finger has come down. */
export function ontouchstart(event: TouchEvent): void {
	rest();
	swipe = begun(event);
	if (!swipe) return;
	window.addEventListener('touchmove', onmove, { passive: false });
	swipe.touched.addEventListener('touchend', onend);
	swipe.touched.addEventListener('touchcancel', rest);
}

/** From now on rows can be pushed aside. @param first a touch that is under way */
export function beginSwipes(first?: TouchEvent): void {
	window.addEventListener('touchstart', ontouchstart, { passive: true });
	if (first) ontouchstart(first);
}
