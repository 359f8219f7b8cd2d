// The taps that install Kith by hand, one after the other, each with its picture.
import type { InstallWay } from '$lib/state/install-way';
import addConfirm from './drawings/add-confirm.svg?raw';
import addRow from './drawings/add-row.svg?raw';
import dock from './drawings/dock.svg?raw';
import home from './drawings/home.svg?raw';
import macMenu from './drawings/mac-menu.svg?raw';
import shareAbove from './drawings/share-above.svg?raw';
import shareBelow from './drawings/share-below.svg?raw';

export interface InstallStep {
	readonly svg: string;
	/** What the picture shows. */
	readonly alt: string;
	readonly text: string;
}

const toHomeScreen: readonly InstallStep[] = [
	{
		svg: addRow,
		alt: 'A menu with “Add to Home Screen” ringed, a plus in a square beside it',
		text: 'Scroll down and choose “Add to Home Screen”. It may be behind “View More”.'
	},
	{
		svg: addConfirm,
		alt: 'The mark of Kith, and “Add” ringed at the top right',
		text: 'Tap “Add”. Leave “Open as Web App” on if you are asked.'
	},
	{
		svg: home,
		alt: 'The home screen with the mark of Kith ringed',
		text: 'Open Kith from the home screen. Your book belongs there.'
	}
];

const above = 'An address bar with the share button ringed: a square with an arrow pointing up';
const below =
	'The bar below a page with the share button ringed: a square with an arrow pointing up';

/** The steps of one way. */
export function stepsOf(way: InstallWay): readonly InstallStep[] {
	switch (way) {
		case 'safari-phone':
			return [
				{
					svg: shareBelow,
					alt: below,
					text: 'Tap the share button. If you do not see it, tap the three dots first.'
				},
				...toHomeScreen
			];
		case 'safari-tablet':
			return [
				{ svg: shareAbove, alt: above, text: 'Tap the share button at the top right.' },
				...toHomeScreen
			];
		case 'chrome':
			return [
				{
					svg: shareAbove,
					alt: above,
					text: 'Tap the share button in the address bar, or Share behind the three dots.'
				},
				...toHomeScreen
			];
		case 'firefox':
			return [
				{
					svg: shareAbove,
					alt: above,
					text: 'Tap the share button in the address bar, or Share in the menu.'
				},
				...toHomeScreen
			];
		case 'elsewhere':
			return [
				{
					svg: shareAbove,
					alt: above,
					text: 'Open this page in Safari: an app like this one cannot install it. There tap the share button.'
				},
				...toHomeScreen
			];
		case 'dock':
			return [
				{
					svg: macMenu,
					alt: 'The File menu of Safari with “Add to Dock” ringed',
					text: 'In the menu bar open File and choose “Add to Dock”.'
				},
				{
					svg: addConfirm,
					alt: 'The mark of Kith, and “Add” ringed',
					text: 'Click “Add”.'
				},
				{
					svg: dock,
					alt: 'The Dock with the mark of Kith ringed',
					text: 'Open Kith from the Dock. Your book belongs there.'
				}
			];
	}
}
