/** The drill itself, with a model beside the reader. Loaded when the reader starts it. */
import { render } from 'preact';
import type { QuestionIndex } from '../material.ts';
import type { Interviewer } from '../views/Conduct.tsx';
import { Evidence } from '../views/Evidence.tsx';
import { SessionPage } from '../views/SessionPage.tsx';
import type { Endpoint } from './endpoint.ts';
import { Grading } from './views/Grading.tsx';

export function conduct(root: HTMLElement, index: QuestionIndex, endpoint: Endpoint): void {
	const interviewer: Interviewer = {
		Panel: (props) => <Grading {...props} endpoint={endpoint} />,
		evidence: ({ interview, grades }, criterion) =>
			interview && <Evidence model={interview.model} mark={interview.marks[criterion]} grade={grades[criterion]} />,
	};
	render(<SessionPage index={index} interviewer={interviewer} />, root);
	scrollTo({ top: 0 });
}
