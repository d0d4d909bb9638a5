/** What the parts of a drill that is under way are given. */
import type { ComponentChild, ComponentType } from 'preact';
import type { Asked, ConceptMaterial, MaterialQuestion } from '../../material.ts';
import type { Item, Session, SessionEvent, Turn } from '../../session.ts';

export interface InterviewerProps {
	readonly item: Item;
	/** The answer, scored by the reader. */
	readonly turn: Turn;
	readonly question: MaterialQuestion;
	readonly dispatch: (event: SessionEvent) => void;
}

/** Grades an answer beside the reader, and says so above the rubric. Without one the reader marks alone. */
export interface Interviewer {
	/** Stands above the rubric. */
	readonly Panel: ComponentType<InterviewerProps>;
	/** What its grade for a criterion rests on. */
	readonly evidence: (turn: Turn, criterion: string) => ComponentChild;
}

export interface ConductProps {
	readonly session: Session;
	readonly material: ConceptMaterial;
	readonly interviewer?: Interviewer;
	/** Name of a concept of the drill. */
	readonly nameOf: (slug: string) => string;
	/** What the browser keeps of an answer, in a few words. */
	readonly kept: string;
	readonly dispatch: (event: SessionEvent) => void;
}

/** One question, while it is answered and while it is marked. */
export interface StepProps extends ConductProps {
	readonly item: Item;
	readonly turn: Turn;
	readonly question: MaterialQuestion;
	/** The question, or the follow-up that is asked now. */
	readonly asked: Asked;
}
