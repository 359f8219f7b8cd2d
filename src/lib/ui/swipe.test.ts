// A row pushed aside with a finger presses its button, and nothing else does.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginSwipes, ontouchstart } from './swipe';

let pressed: string[] = [];
let row: HTMLElement;

beforeEach(() => {
	vi.useFakeTimers();
	pressed = [];
	document.body.innerHTML = `<ul><li><a href="#/ada">Ada</a><span data-twins>
		<button aria-label="Call Ada"></button><button>Edit</button><button>Later</button></span></li></ul>`;
	row = document.querySelector('li') as HTMLElement;
	Object.defineProperty(row, 'offsetWidth', { value: 390 });
	row
		.querySelectorAll('button')
		.forEach((button) =>
			button.addEventListener('click', () =>
				pressed.push(button.getAttribute('aria-label') ?? button.textContent)
			)
		);
});

afterEach(() => {
	vi.runAllTimers();
	vi.useRealTimers();
});

function touch(type: string, fingers: [x: number, y: number][], target: Element): TouchEvent {
	const touches = fingers.map(([clientX, clientY]) => ({ clientX, clientY }));
	const event = new Event(type, { bubbles: true, cancelable: true });
	Object.assign(event, { touches: type === 'touchend' ? [] : touches, changedTouches: touches });
	target.dispatchEvent(event);
	return event as TouchEvent;
}

/** @returns whether the page was kept from scrolling */
function push(path: [x: number, y: number][], target: Element = row): boolean {
	touch('touchstart', path.slice(0, 1), target);
	const moves = path.slice(1).map((place) => touch('touchmove', [place], target));
	touch('touchend', path.slice(-1), target);
	return moves.some(({ defaultPrevented }) => defaultPrevented);
}

/* The first touch is handed over; the listeners stay. */
beginSwipes(Object.assign(new Event('touchstart'), { touches: [] }) as unknown as TouchEvent);

test('towards the end of the line it presses the first button, towards the start the last', () => {
	expect(
		push([
			[100, 50],
			[130, 52],
			[220, 55]
		])
	).toBe(true);
	push([
		[300, 50],
		[280, 50],
		[180, 55]
	]);
	expect(pressed).toEqual(['Call Ada', 'Later']);
});

test('in right-to-left text the other way round', () => {
	row.style.direction = 'rtl';
	push([
		[100, 50],
		[130, 50],
		[220, 50]
	]);
	expect(pressed).toEqual(['Later']);
});

test('what is revealed says what the button says, and follows the finger', () => {
	touch('touchstart', [[100, 50]], row);
	touch('touchmove', [[150, 50]], row);
	const under = document.querySelector('.swipe-under') as HTMLElement;
	expect(under.textContent).toBe('Call Ada');
	expect(row.style.translate).toBe('50px 0');
	expect(under.classList.contains('far')).toBe(false);
	touch('touchmove', [[205, 50]], row);
	expect(under.classList.contains('far')).toBe(true);
	touch('touchmove', [[70, 50]], row);
	expect(under.textContent).toBe('Later');
	touch('touchcancel', [], row);
	expect(document.querySelector('.swipe-under')).toBeNull();
	expect([row.style.translate, pressed]).toEqual(['', []]);
});

test.each([
	[
		'not far enough',
		[
			[100, 50],
			[130, 50],
			[180, 50]
		]
	],
	[
		'far, and back again',
		[
			[100, 50],
			[220, 50],
			[120, 50]
		]
	]
] as [string, [number, number][]][])('%s: nothing happens', (_, path) => {
	push(path);
	expect(pressed).toEqual([]);
	expect(row.style.translate).toBe('');
});

test.each([
	[
		'up or down first',
		[
			[100, 50],
			[105, 90],
			[250, 95]
		]
	],
	[
		'from the left edge, which is the system’s',
		[
			[10, 50],
			[40, 50],
			[200, 50]
		]
	],
	[
		'from the right edge',
		[
			[innerWidth - 10, 50],
			[innerWidth - 40, 50],
			[innerWidth - 200, 50]
		]
	]
] as [string, [number, number][]][])('%s: the page scrolls', (_, path) => {
	expect(push(path)).toBe(false);
	expect(pressed).toEqual([]);
});

test('two fingers zoom, a row with one button or in a text box stays', () => {
	ontouchstart(
		touch(
			'touchstart',
			[
				[100, 50],
				[200, 50]
			],
			row
		)
	);
	expect(
		touch(
			'touchmove',
			[
				[220, 50],
				[300, 50]
			],
			row
		).defaultPrevented
	).toBe(false);
	const box = row.appendChild(document.createElement('textarea'));
	expect(
		push(
			[
				[100, 50],
				[130, 50],
				[220, 50]
			],
			box
		)
	).toBe(false);
	row.querySelectorAll('button + button').forEach((button) => button.remove());
	expect(
		push([
			[100, 50],
			[130, 50],
			[220, 50]
		])
	).toBe(false);
	expect(pressed).toEqual([]);
});

test('a row taken away under the finger leaves nothing behind, and presses nothing', () => {
	touch('touchstart', [[100, 50]], row);
	touch('touchmove', [[220, 50]], row);
	row.remove();
	touch('touchend', [[220, 50]], row);
	expect(document.querySelector('.swipe-under')).toBeNull();
	expect(touch('touchmove', [[250, 50]], document.body).defaultPrevented).toBe(false);
	expect(pressed).toEqual([]);
});

test('a tap right after a swipe does not leave the page as if it were swiped', () => {
	push([
		[100, 50],
		[130, 50],
		[180, 50]
	]);
	touch('touchstart', [[100, 50]], row);
	vi.advanceTimersByTime(300);
	touch('touchend', [[100, 50]], row);
	expect(document.documentElement.classList.contains('swiping')).toBe(false);
});
