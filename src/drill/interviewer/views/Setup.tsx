/** Sets up a reader's own model: which server, what lets this page in, what is sent where, and a test. Nothing is sent before a press. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { pathTo } from '../../../paths.ts';
import { Choice, useUniqueId } from '../../views/parts.tsx';
import { type PagePlace, sample, type Tried, tryConnection } from '../connection.ts';
import { type Endpoint, pasted, readBaseUrl, readKey } from '../endpoint.ts';
import { type Server, serverOf, servers } from '../servers.ts';
import { forget, remember, remembered } from '../settings.ts';

interface SetupProps {
	/** What the drill of this address holds, in words. */
	readonly drill: string;
	/** Address of the drill's plan. */
	readonly planPath: string;
	/** Address of the same drill without a model. */
	readonly alonePath: string;
	readonly onStart: (endpoint: Endpoint) => void;
}

interface FieldProps {
	readonly label: string;
	readonly note?: string;
	readonly value: string;
	readonly problem?: string | undefined;
	readonly secret?: boolean;
	readonly list?: readonly string[];
	readonly onWrite: (text: string) => void;
}

function Field({ label, note, value, problem, secret = false, list = [], onWrite }: FieldProps) {
	const id = useUniqueId();
	return (
		<div class="field">
			<p>
				<label class="label" for={id}>
					{label}
				</label>{' '}
				{note && (
					<span class="note" id={`${id}-note`}>
						{note}
					</span>
				)}
			</p>
			<input
				id={id}
				{...(secret
					? { type: 'password' as const }
					: list.length > 0
						? { type: 'text' as const, list: `${id}-list` }
						: { type: 'text' as const })}
				value={value}
				autocomplete="off"
				autocapitalize="off"
				spellcheck={false}
				aria-invalid={problem ? true : undefined}
				aria-describedby={[note && `${id}-note`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}
				onInput={({ currentTarget }) => onWrite(currentTarget.value)}
			/>
			{list.length > 0 && (
				<datalist id={`${id}-list`}>
					{list.map((option) => (
						<option key={option} value={option} />
					))}
				</datalist>
			)}
			{problem && (
				<p class="note problem" id={`${id}-problem`} role="alert">
					{problem}
				</p>
			)}
		</div>
	);
}

function Check({ checked, onCheck, children }: { checked: boolean; onCheck: (on: boolean) => void; children: string }) {
	return (
		<label class="check">
			<input type="checkbox" checked={checked} onChange={({ currentTarget }) => onCheck(currentTarget.checked)} />
			<span>{children}</span>
		</label>
	);
}

function LetIn({ server, origin }: { server: Server; origin: string }) {
	const command = server.command?.(origin);
	return (
		<section class="plan-part">
			<h2 class="label">Let this page in</h2>
			<p class="note">{server.origins(origin)}</p>
			{command && (
				<pre class="command">
					<code>{command}</code>
				</pre>
			)}
			<p class="note">
				Chrome, Edge and Firefox ask before a page reaches this device or your local network: allow it. From a page
				served by https they reach http addresses on this device only, or, with that permission, in your local network.
			</p>
		</section>
	);
}

function Findings({ tried }: { tried: Tried }) {
	return (
		<ul class="findings">
			{tried.findings.map(({ ok, text, mend, command }) => (
				<li key={text} class={ok ? 'ok' : 'bad'}>
					<p>
						<strong>{ok ? 'Works.' : 'Does not work.'}</strong> {text}
					</p>
					{mend && <p class="note">{mend}</p>}
					{command && (
						<pre class="command">
							<code>{command}</code>
						</pre>
					)}
				</li>
			))}
		</ul>
	);
}

/** Where the page stands, for what a server has to be told of it. */
const place: PagePlace = { origin: location.origin, protocol: location.protocol };

export function Setup({ drill, planPath, alonePath, onStart }: SetupProps) {
	const [kept] = useState(remembered);
	const [server, setServer] = useState(() => serverOf(kept?.server));
	const [address, setAddress] = useState(kept?.baseUrl ?? server.baseUrl);
	const [model, setModel] = useState(kept?.model ?? '');
	const [key, setKey] = useState(kept?.key ?? '');
	const [keep, setKeep] = useState(kept !== undefined);
	const [keepKey, setKeepKey] = useState(Boolean(kept?.key));
	const [asked, setAsked] = useState(false);
	const [tried, setTried] = useState<Tried>();
	const [testing, setTesting] = useState<AbortController>();
	const running = useRef(testing);
	running.current = testing;
	useEffect(() => () => running.current?.abort(), []);

	const read = readBaseUrl(address);
	const addressProblem = asked && !read.ok ? read.message : undefined;
	const givenKey = readKey(key);
	const keyProblem = givenKey.ok ? undefined : givenKey.message;
	const modelProblem = asked && pasted(model) === '' ? 'Name the model, as your server calls it.' : undefined;
	const host = read.ok ? new URL(read.baseUrl).host : 'the address above';

	/** The endpoint as it stands in the form, remembered as the reader asked; undefined while it has no address, or no key that can be sent. */
	const taken = (): Endpoint | undefined => {
		setAsked(true);
		if (!read.ok || !givenKey.ok) return undefined;
		const endpoint = { baseUrl: read.baseUrl, model: pasted(model), key: givenKey.key };
		if (keep) remember({ ...endpoint, key: keepKey ? endpoint.key : '', server: server.id });
		else forget();
		return endpoint;
	};
	const test = async (): Promise<void> => {
		const endpoint = taken();
		if (!endpoint) return;
		const controller = new AbortController();
		setTried(undefined);
		setTesting(controller);
		const found = await tryConnection(endpoint, server, place, { signal: controller.signal });
		if (running.current !== controller) return;
		setTesting(undefined);
		setTried(found);
		if (endpoint.model === '' && found.models.length === 1) setModel(found.models[0] ?? '');
	};
	const start = (): void => {
		const endpoint = taken();
		if (endpoint?.model) onStart(endpoint);
	};
	const choose = (name: string): void => {
		const next = servers.find((one) => one.name === name) ?? server;
		if (address === server.baseUrl || address === '') setAddress(next.baseUrl);
		setServer(next);
		setTried(undefined);
	};

	return (
		<form class="plan setup" onSubmit={(event) => event.preventDefault()}>
			<section class="plan-part">
				<h2 class="label">This drill</h2>
				<p>
					{drill} <a href={planPath}>Plan another</a>
				</p>
			</section>
			<section class="plan-part">
				<Choice
					legend={<span class="label">Server</span>}
					class="server-choice"
					options={servers.map(({ name }) => name)}
					value={server.name}
					onChoose={choose}
				/>
				<Field
					label="Address"
					note="of an OpenAI-compatible API, up to /v1"
					value={address}
					problem={addressProblem}
					onWrite={setAddress}
				/>
				<Field
					label="Model"
					note="as the server names it; a test lists them"
					value={model}
					problem={modelProblem}
					list={tried?.models ?? []}
					onWrite={setModel}
				/>
				<Field
					label="Key"
					note="only if the server asks for one; it stays in this page’s memory"
					secret
					value={key}
					problem={keyProblem}
					onWrite={setKey}
				/>
				<Check checked={keep} onCheck={setKeep}>
					Remember address and model in this browser
				</Check>
				{keep && (
					<Check checked={keepKey} onCheck={setKeepKey}>
						Remember the key too: whoever uses this browser’s profile can read it
					</Check>
				)}
			</section>
			<LetIn server={server} origin={place.origin} />
			<section class="plan-part">
				<h2 class="label">What is sent, and where</h2>
				<ul class="sent">
					<li>
						<strong>The test</strong> asks <b>{host}</b> for its models, and has it grade one sentence of ours, as it
						will grade your answers: “{sample.answer}”
					</li>
					<li>
						<strong>The drill</strong> sends <b>{host}</b> each answer that you commit, with its question, rubric and
						model answer. Not your history, your score, your other answers, or recordings.
					</li>
					<li>Both send the key, if you gave one. Nothing is sent to anyone else, and nothing before you press.</li>
				</ul>
				<p class="drill-actions">
					<button type="button" class="button primary" onClick={start}>
						Start with this interviewer
					</button>
					{testing ? (
						<button
							type="button"
							class="button"
							onClick={() => {
								testing.abort();
								setTesting(undefined);
							}}
						>
							Stop the test
						</button>
					) : (
						<button type="button" class="button" onClick={test}>
							Test the connection
						</button>
					)}
					<a class="text-button" href={alonePath}>
						Drill without a model
					</a>
				</p>
				<div role="status">
					{testing && <p class="note">Asking {host} … A model that is not loaded yet takes a while.</p>}
					{tried && <Findings tried={tried} />}
				</div>
			</section>
			<p class="note kept">
				Small models grade unevenly: <a href={pathTo('about/#privacy')}>nothing depends on them</a>, and you can
				overrule every grade. Each stands beside the words of yours that it rests on.
			</p>
		</form>
	);
}
