/** Graphviz, compiled to WebAssembly: started once, when the first module needs it. */
import { instance, type Viz } from '@viz-js/viz';

export const graphviz: Viz = await instance();
