/** The drill itself, with a model beside the reader. Loaded when the reader starts it. */
import { render } from '../../translation/render.ts';
import type { QuestionIndex } from '../material.ts';
import type { Interviewer } from '../views/conduct/props.ts';
import { Evidence } from '../views/Evidence.tsx';
import { SessionPage } from '../views/SessionPage.tsx';
import type { Endpoint } from './endpoint.ts';
import { Grading } from './views/Grading.tsx';

/** The heading and the columns of the setting up: a drill has its own. */
function leaveSetup(): void {
	document.querySelector('div.setting-up:not(:has(#drill))')?.remove();
	for (const frame of document.querySelectorAll('div.setting-up')) frame.removeAttribute('class');
}

export function conduct(root: HTMLElement, index: QuestionIndex, endpoint: Endpoint): void {
	const interviewer: Interviewer = {
		Panel: (props) => <Grading {...props} endpoint={endpoint} />,
		evidence: ({ interview, grades }, criterion) =>
			interview && <Evidence model={interview.model} mark={interview.marks[criterion]} grade={grades[criterion]} />,
	};
	leaveSetup();
	render(<SessionPage index={index} interviewer={interviewer} />, root);
	scrollTo({ top: 0 });
}
