/** The way into a question's task: a button, and behind it the editor with its tests. Nothing of it is loaded before. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadPart, messageOf } from '../../loading/loadPart.ts';
import { loadStyles } from '../../styles/loadStyles.ts';
import { fetchTask, type TaskMaterial } from '../../tasks/material.ts';
import { newTrial, type Trial } from '../../tasks/trial.ts';
import type { SolveProps } from '../../tasks/views/Solve.tsx';
import styles from '../../tasks/views/solve.css?url';

interface TaskBoxProps {
	readonly concept: string;
	readonly question: string;
	/** As it was left; undefined before it is begun. */
	readonly trial: Trial | undefined;
	/** Where the program is kept, in a few words. */
	readonly kept: string;
	/** Whether the editor opens at once. */
	readonly isOpen?: boolean;
	readonly onTrial: (trial: Trial) => void;
}

interface Parts {
	readonly task: TaskMaterial;
	readonly Solve: ComponentType<SolveProps>;
}

export function TaskBox({ concept, question, trial, kept, isOpen = false, onTrial }: TaskBoxProps) {
	const [parts, setParts] = useState<Parts>();
	const [state, setState] = useState<'closed' | 'loading' | 'open'>('closed');
	const [problem, setProblem] = useState<string>();
	const open = async (): Promise<void> => {
		setState('loading');
		setProblem(undefined);
		try {
			const [task, { Solve }] = await Promise.all([
				fetchTask(concept, question),
				loadPart(() => import('../../tasks/views/Solve.tsx')),
				loadPart(() => loadStyles(styles)),
			]);
			setParts({ task, Solve });
			setState('open');
		} catch (error) {
			setProblem(messageOf(error));
			setState('closed');
		}
	};
	useEffect(() => {
		if (isOpen || trial) void open();
	}, []);
	if (parts && state === 'open') {
		const { task, Solve } = parts;
		return <Solve task={task} trial={trial ?? newTrial(task.starter, task.cases)} onTrial={onTrial} kept={kept} />;
	}
	return (
		<p class="solve-offer no-print">
			<button
				type="button"
				class="button"
				aria-disabled={state === 'loading'}
				onClick={() => state === 'closed' && void open()}
			>
				{state === 'loading' ? 'Opening the editor …' : 'Solve it'}
			</button>{' '}
			<span class="note" role={problem ? 'alert' : undefined}>
				{problem ?? 'in an editor, with tests that run on this page'}
			</span>
		</p>
	);
}
