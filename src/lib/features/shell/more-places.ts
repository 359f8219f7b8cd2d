// The places that only More and the search for places lead to.
import article from '$lib/ui/icons/article.svg?raw';
import ask from '$lib/ui/icons/ask.svg?raw';
import info from '$lib/ui/icons/info.svg?raw';
import insights from '$lib/ui/icons/insights.svg?raw';
import level from '$lib/ui/icons/level.svg?raw';
import moment from '$lib/ui/icons/moment.svg?raw';
import out from '$lib/ui/icons/out.svg?raw';
import people from '$lib/ui/icons/people.svg?raw';
import settings from '$lib/ui/icons/settings.svg?raw';
import thanks from '$lib/ui/icons/thanks.svg?raw';
import trash from '$lib/ui/icons/trash.svg?raw';
import work from '$lib/ui/icons/work.svg?raw';
import type { Place } from './places';

export const THANKS: Place = { path: '/thanks', name: 'Thank-yous', svg: thanks };
export const COMPANIES: Place = { path: '/companies', name: 'Companies', svg: work };
export const MOMENTS: Place = { path: '/moments', name: 'Moments', svg: moment };
export const INSIGHTS: Place = { path: '/insights', name: 'Insights', svg: insights };
export const ARTICLES: Place = { path: '/articles', name: 'Articles', svg: article };
export const DEVICES: Place = { path: '/devices', name: 'Devices', svg: level };
export const SAME: Place = { path: '/people/same', name: 'The same person twice?', svg: people };
export const EXPORT: Place = { path: '/export', name: 'Export', svg: out };
export const TRASH: Place = { path: '/trash', name: 'Trash', svg: trash };
export const SETTINGS: Place = { path: '/settings', name: 'Settings', svg: settings };
export const HELP: Place = { path: '/about/help', name: 'Help', svg: ask };
export const ABOUT: Place = { path: '/about', name: 'About', svg: info };

/** All of them, likely ones first. */
export const MORE_PLACES: readonly Place[] = [
	...[THANKS, MOMENTS, COMPANIES, INSIGHTS, ARTICLES],
	...[DEVICES, EXPORT, SAME, TRASH, SETTINGS, HELP, ABOUT]
];
