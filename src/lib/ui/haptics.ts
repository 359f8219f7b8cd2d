// A tick one feels under the finger. It stands for nothing: no phone need have it, and whoever wants less
// motion is spared it.

/** Short, once. */
export function feel(): void {
	if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
	// Safari has no vibration at all; others refuse it silently before the first tap.
	if ('vibrate' in navigator) navigator.vibrate(10);
}
