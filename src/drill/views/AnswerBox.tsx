/** Where an answer is written, dictated or recorded. To say it aloud needs none of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { durationText } from '../clock.ts';
import { canDictate, startDictation } from '../dictation.ts';
import { canRecord, RecorderError, type Recording, type RunningRecorder, startRecording } from '../recorder.ts';
import { useUniqueId } from './parts.tsx';

interface AnswerBoxProps {
	readonly answer: string;
	readonly onWrite: (text: string) => void;
	/** What the browser keeps of it, in a few words. */
	readonly kept: string;
}

function withPassage(text: string, passage: string): string {
	return text === '' || /\s$/.test(text) ? text + passage : `${text} ${passage}`;
}

function Dictation({ answer, onWrite }: AnswerBoxProps) {
	const [state, setState] = useState<'off' | 'told' | 'listening'>('off');
	const [problem, setProblem] = useState<string>();
	const latest = useRef(answer);
	latest.current = answer;
	const stop = useRef<(() => void) | undefined>(undefined);
	useEffect(() => () => stop.current?.(), []);

	const listen = (): void => {
		setProblem(undefined);
		setState('listening');
		stop.current = startDictation(
			(passage) => onWrite(withPassage(latest.current, passage)),
			(reason) => {
				setState('off');
				setProblem(reason);
			},
		);
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
				onInput={({ currentTarget }) => props.onWrite(currentTarget.value)}
			/>
			<Dictation {...props} />
		</div>
	);
}

/** Recordings of this page, by answer; they end with it. */
export type Recordings = ReadonlyMap<string, Recording>;

interface RecorderProps {
	/** Names the answer that is recorded, and the file it is saved as. */
	readonly name: string;
	/** Answering: a recording may begin. Otherwise one that runs is ended. */
	readonly open: boolean;
	readonly recording: Recording | undefined;
	readonly onRecorded: (recording: Recording) => void;
	readonly onSaved: () => void;
}

export function Recorder({ name, open, recording, onRecorded, onSaved }: RecorderProps) {
	const [running, setRunning] = useState<RunningRecorder>();
	const [problem, setProblem] = useState<string>();
	const [, tick] = useState(0);
	const current = useRef<RunningRecorder | undefined>(undefined);
	current.current = running;

	const end = async (): Promise<void> => {
		const recorder = current.current;
		if (!recorder) return;
		current.current = undefined;
		setRunning(undefined);
		onRecorded(await recorder.stop());
	};
	useEffect(() => {
		if (!open) void end();
	}, [open]);
	useEffect(
		() => () => {
			void current.current?.stop();
		},
		[],
	);
	useEffect(() => {
		if (!running) return undefined;
		const timer = setInterval(() => tick((count) => count + 1), 1000);
		return () => clearInterval(timer);
	}, [running]);

	const begin = async (): Promise<void> => {
		setProblem(undefined);
		try {
			setRunning(await startRecording());
		} catch (error) {
			setProblem(error instanceof RecorderError ? error.message : String(error));
		}
	};

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
						<button type="button" class="text-button" onClick={begin}>
							{recording ? 'Record again' : 'Record your answer'}
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
