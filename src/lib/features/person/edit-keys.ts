// Something edited in place: the focus goes into its first field, and Escape closes it.
import type { Attachment } from 'svelte/attachments';

/** For the form that has just unfolded. */
export function unfolded(onescape: () => void): Attachment<HTMLElement> {
	return (form) => {
		const onkeydown = (event: KeyboardEvent): void => {
			if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
			event.preventDefault();
			onescape();
		};
		form.addEventListener('keydown', onkeydown);
		form.querySelector<HTMLElement>('input, textarea')?.focus();
		return () => form.removeEventListener('keydown', onkeydown);
	};
}
