/** A drill from its first question to its report: begins it, goes on with it, keeps it at every step. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newId } from '../../keeping/newId.ts';
import { loadPart, messageOf } from '../../loading/loadPart.ts';
import { pathTo } from '../../paths.ts';
import { isRunning } from '../clock.ts';
import { currentDrill, followOtherTabs, forgetCurrent, handOver, keepCurrent, keepSeen } from '../current.ts';
import { type ConceptMaterial, fetchMaterial, type QuestionIndex } from '../material.ts';
import { drawQuestions, type PlanRequest } from '../plan.ts';
import { readRequest, writeRequest } from '../request.ts';
import { begin, currentItem, currentTurn, reduce, type Session, type SessionEvent } from '../session.ts';
import { Conduct } from './conduct/Conduct.tsx';
import type { Interviewer } from './conduct/props.ts';
import { Message } from './parts.tsx';

/** A page that is ended without a word loses at most this much of its clock, ms. */
const SEEN_EVERY = 3000;

export interface SessionPageProps {
	readonly index: QuestionIndex;
	readonly interviewer?: Interviewer;
}

/** What stands where the questions would, in the column that they have. */
export function Aside({ children }: { children: ComponentChildren }) {
	return (
		<div class="columns">
			<div class="body">{children}</div>
		</div>
	);
}

/** The request of the address; undefined when it names no seed. */
function requestOf(search: string): PlanRequest | undefined {
	const read = readRequest(search);
	return read.seed === undefined ? undefined : { ...read, seed: read.seed };
}

function beginning(index: QuestionIndex, request: PlanRequest): Session | undefined {
	const questions = drawQuestions(index.questions, request);
	return questions.length > 0 ? begin({ id: newId(), kind: 'drill', request }, questions, Date.now()) : undefined;
}

/** The drill and how it changes; every change is kept before the next. */
function useSession(initial: Session) {
	const [session, setSession] = useState(initial);
	const [kept, setKept] = useState(true);
	const latest = useRef(session);

	const take = useCallback((next: Session): void => {
		latest.current = next;
		setSession(next);
	}, []);
	const dispatch = useCallback((event: SessionEvent): void => {
		const next = reduce(latest.current, event);
		if (next === latest.current) return;
		take(next);
		// The report is kept elsewhere, and this place given free, once the drill is finished.
		setKept(keepCurrent(next));
	}, []);

	useEffect(() => {
		setKept(keepCurrent(latest.current));
		const leave = (): void => dispatch({ type: 'pause', at: Date.now() });
		addEventListener('pagehide', leave);
		keepSeen(Date.now());
		const pulse = setInterval(() => keepSeen(Date.now()), SEEN_EVERY);
		const stop = followOtherTabs((other) => {
			if (other?.id === latest.current.id) take(other);
		});
		return () => {
			removeEventListener('pagehide', leave);
			clearInterval(pulse);
			stop();
		};
	}, []);
	return { session, kept, dispatch };
}

function useMaterial(slug: string | undefined) {
	const [material, setMaterial] = useState<ConceptMaterial>();
	const [failed, setFailed] = useState(false);
	const [attempt, again] = useState(0);
	useEffect(() => {
		if (!slug) return;
		let stale = false;
		setFailed(false);
		fetchMaterial(slug).then(
			(fetched) => !stale && setMaterial(fetched),
			() => !stale && setFailed(true),
		);
		return () => {
			stale = true;
		};
	}, [slug, attempt]);
	return { material: material?.slug === slug ? material : undefined, failed, retry: () => again((count) => count + 1) };
}

/** The report has a page of its own; where nothing can be handed over to it, it is shown here. */
function Ended({ session, index }: { session: Session; index: QuestionIndex }) {
	const [report, setReport] = useState<ComponentChild>();
	useEffect(() => {
		if (handOver(session)) {
			forgetCurrent();
			location.replace(pathTo(`drill/report/?drill=${session.id}`));
		} else {
			loadPart(() => import('./Report.tsx')).then(
				({ Report }) => setReport(<Report session={session} index={index} earlier={[]} />),
				(error: unknown) => setReport(<p>{messageOf(error)} This browser keeps nothing to show the report later.</p>),
			);
		}
	}, [session]);
	return report ? (
		<Aside>
			<Message>
				<p>This browser does not let the site keep anything: print the report if you want to have it.</p>
			</Message>
			{report}
		</Aside>
	) : (
		<Aside>
			<p class="note" role="status">
				Making the report …
			</p>
		</Aside>
	);
}

function Drill({ initial, index, interviewer }: SessionPageProps & { initial: Session }) {
	const { session, kept, dispatch } = useSession(initial);
	const slug = currentItem(session)?.concept;
	const { material, failed, retry } = useMaterial(slug);
	const names = useMemo(
		() => new Map(index.categories.flatMap(({ concepts }) => concepts.map(({ slug: of, name }) => [of, name]))),
		[index],
	);
	// The next question is at hand when it is asked.
	const ahead = session.items[session.at + 1]?.concept;
	useEffect(() => {
		if (ahead) fetchMaterial(ahead).catch(() => {});
	}, [ahead]);
	// The address asks for this very drill, so that a reload finds it.
	useEffect(() => history.replaceState(history.state, '', writeRequest(session.request)), [session.request]);

	const clock = currentTurn(session)?.clock;
	const waiting = !material && session.finishedAt === null;
	// Nobody answers what is not shown: until the question is there, its clock stands.
	const stopped = useRef(false);
	useEffect(() => {
		if (waiting && clock && isRunning(clock)) {
			stopped.current = true;
			dispatch({ type: 'pause', at: Date.now() });
		} else if (!waiting && stopped.current) {
			stopped.current = false;
			dispatch({ type: 'resume', at: Date.now() });
		}
	}, [waiting, clock]);

	if (session.finishedAt !== null) return <Ended session={session} index={index} />;
	if (failed) {
		return (
			<Aside>
				<Message>
					<p>The question could not be loaded. Check the connection; the clock stands, and your answers are kept.</p>
					<button type="button" class="button" onClick={retry}>
						Try again
					</button>
				</Message>
			</Aside>
		);
	}
	if (!material) {
		return (
			<Aside>
				<p class="note" role="status">
					Loading the question …
				</p>
			</Aside>
		);
	}
	return (
		<>
			{!kept && (
				<Message>
					<p>This browser does not let the site keep anything: to leave this page ends the drill.</p>
				</Message>
			)}
			<Conduct
				session={session}
				material={material}
				{...(interviewer && { interviewer })}
				nameOf={(of) => names.get(of) ?? of}
				kept={kept ? 'kept in this browser only' : 'gone when you leave this page'}
				dispatch={dispatch}
			/>
		</>
	);
}

export function SessionPage({ index, interviewer }: SessionPageProps) {
	const request = useMemo(() => requestOf(location.search), []);
	const [underWay, setUnderWay] = useState(() => currentDrill(index.former));
	const [session, setSession] = useState(() => {
		const same = underWay && (!request || writeRequest(request) === writeRequest(underWay.request));
		if (same) return underWay;
		return !underWay && request ? beginning(index, request) : undefined;
	});
	if (session) return <Drill initial={session} index={index} {...(interviewer && { interviewer })} />;
	if (underWay && request) {
		return (
			<Aside>
				<Message>
					<h1>Another drill is under way</h1>
					<p>
						You are at question {underWay.at + 1} of {underWay.items.length}. To start this one discards its answers.
					</p>
					<p class="drill-actions">
						<button type="button" class="button primary" onClick={() => setSession(underWay)}>
							Go on with it
						</button>
						<button
							type="button"
							class="text-button"
							onClick={() => {
								forgetCurrent();
								setUnderWay(undefined);
								setSession(beginning(index, request));
							}}
						>
							Discard it and start this one
						</button>
					</p>
				</Message>
			</Aside>
		);
	}
	return (
		<Aside>
			<Message>
				<h1>No drill is under way</h1>
				<p>
					{request ? 'No question of the site fits what this address asks for.' : 'Plan one: it takes half a minute.'}{' '}
					<a href={pathTo('drill/')}>Plan a drill</a>
				</p>
			</Message>
		</Aside>
	);
}
