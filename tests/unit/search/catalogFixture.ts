/** A small catalog, with what readers mistype and abbreviate. */
import type { SearchCatalog } from '../../../src/search/catalog.ts';

export const catalog: SearchCatalog = {
	categories: [
		{ id: 'deep-learning', title: 'Deep Learning', accent: 'prussian' },
		{ id: 'optimization', title: 'Optimization', accent: 'ochre' },
		{ id: 'llms', title: 'LLMs', accent: 'madder' },
	],
	planned: [{ name: 'Consensus', aliases: ['raft', 'paxos'] }],
	tasks: [
		{ slug: 'attention-mechanism', question: 'write-heads', title: 'Multi-head attention', pattern: 'forward pass' },
		{
			slug: 'transformer-architecture',
			question: 'write-block',
			title: 'A transformer block',
			pattern: 'forward pass',
		},
		{ slug: 'gradient-descent', question: 'write-adamw', title: 'One AdamW step', pattern: 'update rule' },
	],
	concepts: [
		{
			slug: 'attention-mechanism',
			name: 'Attention Mechanisms',
			aliases: ['self-attention', 'scaled dot-product attention', 'QKV'],
			category: 'deep-learning',
			minutes: 17,
		},
		{
			slug: 'transformer-architecture',
			name: 'Transformer Architecture',
			aliases: ['encoder', 'decoder'],
			category: 'deep-learning',
			minutes: 12,
		},
		{
			slug: 'positional-encoding',
			name: 'Positional Encoding',
			aliases: ['RoPE', 'ALiBi'],
			category: 'deep-learning',
			minutes: 9,
		},
		{
			slug: 'gradient-descent',
			name: 'Gradient Descent',
			parenthesis: '(SGD, Momentum, Adam)',
			aliases: ['learning rate', 'AdamW', 'Polyak’s naïve method'],
			category: 'optimization',
			minutes: 16,
		},
		{
			slug: 'tokenization-bpe',
			name: 'Tokenization & BPE',
			aliases: ['byte pair encoding'],
			category: 'llms',
			minutes: 16,
		},
		{ slug: 'kv-cache', name: 'KV Cache', aliases: [], category: 'llms', minutes: 10 },
	],
};
