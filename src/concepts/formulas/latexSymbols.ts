/** What the commands and characters of LaTeX math look like in plain Unicode, and how TeX would space them. */

/** TeX's classes of atoms, as far as they decide about spaces. */
export type Role = 'ordinary' | 'function' | 'operator' | 'binary' | 'relation' | 'open' | 'close' | 'punctuation';

type Table = Readonly<Record<string, string>>;

/** `'alpha α beta β'` as a table. */
function table(pairs: string): Table {
	const words = pairs.trim().split(/\s+/);
	return Object.fromEntries(words.flatMap((word, i) => (i % 2 ? [] : [[word, words[i + 1] ?? '']])));
}

const ordinary = table(`
	alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
	xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
	Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
	infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ varnothing ∅
	ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ top ⊤ intercal ⊤ bot ⊥ angle ∠ degree ° circ ∘ checkmark ✓
	dagger † ddagger ‡ star ⋆ square □ Box □ triangle △ imath ı jmath ȷ backslash \\ % % $ $ # # & & _ _ { { } }
	S § P ¶ pounds £ lq ‘ rq ’ clubsuit ♣ blacksquare ■ qed ∎ infin ∞ R ℝ N ℕ Z ℤ
`);
const binary = table(`
	times × cdot · div ÷ pm ± mp ∓ ast ∗ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ oslash ⊘ circledast ⊛ cup ∪ cap ∩ setminus ∖
	wedge ∧ land ∧ vee ∨ lor ∨ bullet • bmod mod mod mod sqcup ⊔ sqcap ⊓ amalg ⨿ uplus ⊎ rtimes ⋊ ltimes ⋉
`);
const relation = table(`
	le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺
	succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ to → gets ← rightarrow →
	leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶
	longleftarrow ⟵ Longrightarrow ⟹ mapsto ↦ longmapsto ⟼ leadsto ⇝ rightsquigarrow ⇝ uparrow ↑ downarrow ↓ nearrow ↗
	searrow ↘ hookrightarrow ↪ rightleftharpoons ⇌ mid | nmid ∤ parallel ∥ perp ⊥ vdash ⊢ models ⊨ coloneqq := coloneq :=
	triangleq ≜ doteq ≐ gtrsim ≳ lesssim ≲ asymp ≍ xrightarrow → xleftarrow ← colon : lt < gt > bowtie ⋈ independent ⫫
`);
const operator = table(`
	sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
`);
const open = table('lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ( ulcorner ⌜');
const close = table('rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ) urcorner ⌝');

const functions =
	`arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log
	max min Pr sec sin sinh sup tan tanh`.split(/\s+/);

function roleOfAll(role: Role, symbols: Table): [string, { role: Role; text: string }][] {
	return Object.entries(symbols).map(([name, text]) => [name, { role, text }]);
}

/** Commands that stand for one symbol or name, without their backslash. */
export const symbols: ReadonlyMap<string, { readonly role: Role; readonly text: string }> = new Map([
	...roleOfAll('ordinary', ordinary),
	...roleOfAll('binary', binary),
	...roleOfAll('relation', relation),
	...roleOfAll('operator', operator),
	...roleOfAll('open', open),
	...roleOfAll('close', close),
	...roleOfAll('function', Object.fromEntries(functions.map((name) => [name, name]))),
	['{', { role: 'open', text: '{' }],
	['}', { role: 'close', text: '}' }],
]);

/** Characters that TeX does not treat as plain letters. */
export const characters: ReadonlyMap<string, { readonly role: Role; readonly text: string }> = new Map([
	['+', { role: 'binary', text: '+' }],
	['-', { role: 'binary', text: '−' }],
	['*', { role: 'binary', text: '*' }],
	['=', { role: 'relation', text: '=' }],
	['<', { role: 'relation', text: '<' }],
	['>', { role: 'relation', text: '>' }],
	['(', { role: 'open', text: '(' }],
	['[', { role: 'open', text: '[' }],
	[')', { role: 'close', text: ')' }],
	[']', { role: 'close', text: ']' }],
	['!', { role: 'close', text: '!' }],
	[',', { role: 'punctuation', text: ',' }],
	[';', { role: 'punctuation', text: ';' }],
	[':', { role: 'punctuation', text: ':' }],
]);

/** Accents as combining marks. */
export const accents: ReadonlyMap<string, string> = new Map(
	Object.entries({
		hat: '\u0302',
		widehat: '\u0302',
		tilde: '\u0303',
		widetilde: '\u0303',
		bar: '\u0304',
		overline: '\u0304',
		dot: '\u0307',
		ddot: '\u0308',
		vec: '\u20d7',
		check: '\u030c',
		breve: '\u0306',
		acute: '\u0301',
		grave: '\u0300',
		mathring: '\u030a',
		underline: '\u0332',
	}),
);

/** Letters of other alphabets that every common font has; the others read as plain letters. */
export const doubleStruck = table('C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ 1 𝟙');
export const calligraphic = table('B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ');

/** Relations struck through by `\not`. */
export const negated = table('= ≠ ∈ ∉ ∋ ∌ ∼ ≁ ≈ ≉ ≡ ≢ ⊂ ⊄ ⊆ ⊈ < ≮ > ≯ ≤ ≰ ≥ ≱ | ∤');

/** Of the capitals only T, the transpose: half an alphabet would make `Wᴷ` stand beside `W^Q`. */
export const superscripts = table(`
	0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ − ⁻ = ⁼ ( ⁽ ) ⁾ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ o ᵒ p ᵖ
	r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ T ᵀ
	β ᵝ γ ᵞ δ ᵟ θ ᶿ φ ᵠ χ ᵡ ⊤ ᵀ * * ∗ * ⋆ ⋆ ∘ ° ° ° † † ′ ′
`);
export const subscripts = table(`
	0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ − ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ
	β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ
`);
