// The camera looking for codes: on while it is wanted and the page is seen, off the moment it is not.
import { qrReader } from './qr';

/** Between two looks; the eye does not notice, and the battery does. */
const PAUSE_MS = 120;

/** One camera on one video. */
export class Scanning {
	readonly #found: (code: string) => void;
	#trouble = $state<string>();
	#isSeeing = $state(false);
	#stream: MediaStream | undefined;
	/** Counts up with each start and stop: what was begun before is over. */
	#turn = 0;
	#last = '';

	/** @param found is given each code once; another code after it is given too */
	constructor(found: (code: string) => void) {
		this.#found = found;
	}

	/** Why there is no picture, in a sentence. */
	get trouble(): string | undefined {
		return this.#trouble;
	}

	get isSeeing(): boolean {
		return this.#isSeeing;
	}

	/** Keeps the camera on while the page is seen, until the function given back is called. */
	watch(video: HTMLVideoElement): () => void {
		const follow = (): void => {
			if (document.visibilityState === 'hidden') this.#stop(video);
			else void this.#start(video);
		};
		document.addEventListener('visibilitychange', follow);
		follow();
		return () => {
			document.removeEventListener('visibilitychange', follow);
			this.#stop(video);
		};
	}

	async #start(video: HTMLVideoElement): Promise<void> {
		const turn = ++this.#turn;
		try {
			const stream = await navigator.mediaDevices.getUserMedia({
				video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } }
			});
			if (turn !== this.#turn) {
				end(stream);
				return;
			}
			this.#stream = stream;
			video.srcObject = stream;
			await video.play();
			this.#trouble = undefined;
			this.#isSeeing = true;
			const read = await qrReader();
			while (turn === this.#turn) {
				const code = await read(video).catch(() => undefined);
				if (turn !== this.#turn) return;
				if (code !== undefined && code !== this.#last) {
					this.#last = code;
					this.#found(code);
				}
				await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			}
		} catch (error) {
			if (turn !== this.#turn) return;
			this.#stop(video);
			this.#trouble = sayTrouble(error);
		}
	}

	#stop(video: HTMLVideoElement): void {
		this.#turn++;
		if (this.#stream) end(this.#stream);
		this.#stream = undefined;
		video.srcObject = null;
		this.#isSeeing = false;
	}
}

function end(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

function sayTrouble(error: unknown): string {
	const why = error instanceof DOMException ? error.name : '';
	if (why === 'NotAllowedError')
		return 'Kith was not allowed to use the camera. Paste the code instead.';
	if (why === 'NotFoundError' || why === 'OverconstrainedError') {
		return 'No camera was found here. Paste the code instead.';
	}
	if (why === 'NotReadableError')
		return 'Something else is using the camera. Paste the code instead.';
	return 'The camera did not start. Paste the code instead.';
}
