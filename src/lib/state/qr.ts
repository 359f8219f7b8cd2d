// QR codes: made for the screen and read from a picture. The code for either comes when it is wanted.

/** Rows of modules, true for dark, without a margin. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Finds a code in what a video shows just now; undefined where there is none. */
export type QrReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Up to here the modules stay large enough with room for a scratch or a shine. */
const SHORT = 300;
/** Pixels on the longer side that a picture is read at: enough for a dense code, and quick. */
const READ_AT = 1280;

interface Detector {
	detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorMaker {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
}

/**
 * A text as a QR code; undefined where it is too long for one. Upper-case letters, digits and `$%*+-./:`
 * alone make a smaller code.
 */
export async function qrMatrix(text: string): Promise<QrMatrix | undefined> {
	const { encodeQR } = await import('qr');
	try {
		const ecc = text.length > SHORT ? 'low' : 'medium';
		const bordered = encodeQR(text, 'raw', { ecc, border: 1 });
		return bordered.slice(1, -1).map((row) => row.slice(1, -1));
	} catch {
		return undefined;
	}
}

/** Whether this browser has a way to ask for a camera. */
export function canScan(): boolean {
	return 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices;
}

/** A reader of this browser's own where it has one, else ours. */
export async function qrReader(): Promise<QrReader> {
	return (await ownReader()) ?? (await ourReader());
}

async function ownReader(): Promise<QrReader | undefined> {
	const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker };
	if (BarcodeDetector === undefined) return undefined;
	try {
		if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined;
		const detector = new BarcodeDetector({ formats: ['qr_code'] });
		return async (video) => (await detector.detect(video))[0]?.rawValue;
	} catch {
		return undefined;
	}
}

async function ourReader(): Promise<QrReader> {
	const { decodeQR } = await import('qr/decode.js');
	const canvas = document.createElement('canvas');
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	return async (video) => {
		const scale = Math.min(1, READ_AT / Math.max(video.videoWidth, video.videoHeight));
		canvas.width = Math.round(video.videoWidth * scale);
		canvas.height = Math.round(video.videoHeight * scale);
		if (!pen || canvas.width === 0) return undefined;
		pen.drawImage(video, 0, 0, canvas.width, canvas.height);
		try {
			return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
		} catch {
			// Its way of saying that there is none in this picture.
			return undefined;
		}
	};
}
