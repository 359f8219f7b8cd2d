// The real y-webrtc signalling server for one test: on a free port of this machine, stopped and started
// again as the test wants, and gone with the test.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(
	new URL('../../../node_modules/y-webrtc/bin/server.js', import.meta.url)
);
const STARTS_WITHIN = 15_000;

/** One signalling server. */
export class Signal {
	readonly #port: number;
	#process: ChildProcess | undefined;

	private constructor(port: number) {
		this.#port = port;
	}

	/** Starts one; `stop` it when the test ends. */
	static async start(): Promise<Signal> {
		const signal = new Signal(await freePort());
		await signal.restart();
		return signal;
	}

	/** As the rep would enter it. */
	get address(): string {
		return `ws://localhost:${this.#port}`;
	}

	/** Starts it where it was before; resolves when it answers. */
	async restart(): Promise<void> {
		await this.stop();
		this.#process = spawn(process.execPath, [SERVER], {
			env: { ...process.env, PORT: String(this.#port) },
			stdio: 'ignore'
		});
		const until = Date.now() + STARTS_WITHIN;
		while (!(await answers(this.#port))) {
			if (Date.now() > until || this.#process.exitCode !== null) {
				throw new Error('the signalling server did not start');
			}
			await new Promise((done) => setTimeout(done, 50));
		}
	}

	/** Ends it, this one process; resolves when it is gone. */
	async stop(): Promise<void> {
		const running = this.#process;
		this.#process = undefined;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const gone = once(running, 'exit');
		running.kill('SIGKILL');
		await gone;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (typeof address !== 'object' || !address) throw new Error('no free port');
	return address.port;
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, 'localhost');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
