/** A β to lower until the reward's flaw outweighs what the reference knew. */
import { controlsFor } from '../parts/controls.tsx';
import { figureView } from '../parts/view.tsx';
import { fixed } from '../parts/words.ts';
import { drawing } from './Drawing.tsx';
import { model } from './model.ts';

export default figureView('tilted-policy', model, drawing, {
	title: 'The best policy for a flawed reward',
	tryThis: 'Lower β until quality turns; then take the flaw out of the reward, and lower it again.',
	primary: (figure, { kl }) =>
		controlsFor(figure, { beta: { label: 'β', spoken: 'Beta', meaning: `KL ${fixed(kl, 2)} nats` } }),
	controls: (figure) =>
		controlsFor(figure, {
			flaw: { label: 'Flaw', spoken: 'Flaw of the reward', meaning: 'of what length adds' },
			share: {
				label: 'Bad answer',
				spoken: 'Share of the long, wrong answer under the reference, in percent',
				meaning: '% of the reference',
			},
		}),
});
