/** Where an answer is written, dictated or recorded. To say it aloud needs none of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { durationText } from '../clock.ts';
import { canDictate, startDictation } from '../dictation.ts';
import {
	canRecord,
	forgetRecording,
	RecorderError,
	type Recording,
	type RunningRecorder,
	startRecording,
} from '../recorder.ts';
import { LONGEST_ANSWER } from '../session.ts';
import { useUniqueId } from './parts.tsx';

interface AnswerBoxProps {
	readonly answer: string;
	readonly onWrite: (text: string) => void;
	/** Gets each passage that was heard; several may come before the next rendering. */
	readonly onHeard: (passage: string) => void;
	/** What the browser keeps of it, in a few words. */
	readonly kept: string;
}

function Dictation({ onHeard }: Pick<AnswerBoxProps, 'onHeard'>) {
	const [state, setState] = useState<'off' | 'told' | 'listening'>('off');
	const [problem, setProblem] = useState<string>();
	const stop = useRef<(() => void) | undefined>(undefined);
	useEffect(() => () => stop.current?.(), []);

	const listen = (): void => {
		setProblem(undefined);
		setState('listening');
		stop.current = startDictation(onHeard, (reason) => {
			stop.current = undefined;
			setState('off');
			setProblem(reason);
		});
	};
	if (!canDictate()) return null;
	return (
		<div class="answer-tool">
			{state === 'off' && (
				<button type="button" class="text-button" onClick={() => setState('told')}>
					Dictate
				</button>
			)}
			{state === 'told' && (
				<p class="note" role="alert">
					Your browser turns speech into text, and most browsers send the sound to their maker for that. This site gets
					the text alone.{' '}
					<button type="button" class="text-button" onClick={listen}>
						Start dictating
					</button>{' '}
					<button type="button" class="text-button" onClick={() => setState('off')}>
						Rather not
					</button>
				</p>
			)}
			{state === 'listening' && (
				<p class="note" role="status">
					Listening: what you say appears above.{' '}
					<button type="button" class="text-button" onClick={() => stop.current?.()}>
						Stop dictating
					</button>
				</p>
			)}
			{problem && (
				<p class="note" role="alert">
					{problem}
				</p>
			)}
		</div>
	);
}

export function AnswerBox(props: AnswerBoxProps) {
	const id = useUniqueId();
	return (
		<div class="answer-box">
			<p>
				<label class="label" for={id}>
					Your answer
				</label>{' '}
				<span class="note">say it aloud, or take notes; {props.kept}</span>
			</p>
			<textarea
				id={id}
				rows={6}
				value={props.answer}
				spellcheck={false}
				maxLength={LONGEST_ANSWER}
				onInput={({ currentTarget }) => props.onWrite(currentTarget.value)}
			/>
			{props.answer.length >= LONGEST_ANSWER && (
				<p class="note" role="alert">
					An answer holds {LONGEST_ANSWER.toLocaleString('en-US')} characters, and this one is full.
				</p>
			)}
			<Dictation onHeard={props.onHeard} />
		</div>
	);
}

/** Recordings of this page, by answer; they end with it. */
export type Recordings = ReadonlyMap<string, Recording>;

/** Recordings by answer, each given back when another takes its place or the page has no more use for it. */
export function useRecordings(): readonly [Recordings, (name: string, recording: Recording) => void] {
	const [recordings, setRecordings] = useState<Recordings>(new Map());
	const latest = useRef(recordings);
	useEffect(() => () => latest.current.forEach(forgetRecording), []);
	const keep = (name: string, recording: Recording): void => {
		const before = latest.current.get(name);
		if (before) forgetRecording(before);
		latest.current = new Map(latest.current).set(name, recording);
		setRecordings(latest.current);
	};
	return [recordings, keep];
}

interface RecorderProps {
	/** Names the answer that is recorded, and the file it is saved as. */
	readonly name: string;
	/** Answering: a recording may begin. Otherwise one that runs is ended. */
	readonly open: boolean;
	readonly recording: Recording | undefined;
	readonly onRecorded: (recording: Recording) => void;
	readonly onSaved: () => void;
}

/** A recorder through the life of one answer: asked for, running, ended. It never outlives the answer. */
function useRecorder(open: boolean, onRecorded: (recording: Recording) => void) {
	const [running, setRunning] = useState<RunningRecorder>();
	const [asking, setAsking] = useState<AbortController>();
	const [problem, setProblem] = useState<string>();
	const current = useRef<{ running?: RunningRecorder | undefined; asking?: AbortController | undefined }>({});

	const leave = (): RunningRecorder | undefined => {
		const { running: recorder } = current.current;
		current.current.asking?.abort();
		current.current = {};
		setAsking(undefined);
		setRunning(undefined);
		return recorder;
	};
	const end = async (): Promise<void> => {
		const recorder = leave();
		const recorded = await recorder?.stop();
		if (recorded) onRecorded(recorded);
	};
	const begin = async (): Promise<void> => {
		setProblem(undefined);
		const controller = new AbortController();
		current.current.asking = controller;
		setAsking(controller);
		try {
			const recorder = await startRecording(controller.signal);
			if (!recorder) return;
			current.current = { running: recorder };
			setRunning(recorder);
			void recorder.ended.then(() => (current.current.running === recorder ? end() : undefined));
		} catch (error) {
			if (!controller.signal.aborted) setProblem(error instanceof RecorderError ? error.message : String(error));
		}
		setAsking(undefined);
	};
	useEffect(() => {
		if (!open) void end();
	}, [open]);
	useEffect(() => () => leave()?.discard(), []);
	return { running, asking: asking !== undefined, problem, begin, end };
}

export function Recorder({ name, open, recording, onRecorded, onSaved }: RecorderProps) {
	const { running, asking, problem, begin, end } = useRecorder(open, onRecorded);
	const [, tick] = useState(0);
	useEffect(() => {
		if (!running) return undefined;
		const timer = setInterval(() => tick((count) => count + 1), 1000);
		return () => clearInterval(timer);
	}, [running]);

	if (!canRecord() || (!open && !recording && !running)) return null;
	return (
		<section class="recorder" aria-label="Recording">
			<h2 class="label">Recording</h2>
			{running ? (
				<>
					<p class="note">{durationText(Date.now() - running.startedAt)}, in memory only.</p>
					<button type="button" class="text-button" onClick={end}>
						Stop recording
					</button>
				</>
			) : (
				<>
					{recording ? (
						<>
							{/* biome-ignore lint/a11y/useMediaCaption: a reader's own voice, of which there is no transcript. */}
							<audio controls src={recording.address} />
							<p class="note">
								{durationText(recording.duration)}, in memory only: gone when you leave.{' '}
								<a href={recording.address} download={`${name}.${recording.extension}`} onClick={onSaved}>
									Download
								</a>
							</p>
						</>
					) : (
						<p class="note">Kept in memory, never sent.</p>
					)}
					{open && (
						<button type="button" class="text-button" aria-disabled={asking} onClick={() => asking || begin()}>
							{asking ? 'Waiting for the microphone …' : recording ? 'Record again' : 'Record your answer'}
						</button>
					)}
				</>
			)}
			{problem && (
				<p class="note" role="alert">
					{problem}
				</p>
			)}
		</section>
	);
}
