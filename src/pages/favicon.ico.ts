import { icoFile, ringPicture } from '../icons/ring.ts';

export async function GET(): Promise<Response> {
	const file = icoFile(await ringPicture(32, 1), 32);
	return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'image/vnd.microsoft.icon' } });
}
