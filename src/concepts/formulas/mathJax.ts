/**
 * The page draws formulas with KaTeX; Anki, notebooks and code hosts draw them with MathJax, which does not know every command of KaTeX. The
 * two lists were had by giving each command to MathJax 3.2 with all packages that Anki loads.
 */

/** What to write for them. */
const instead: Readonly<Record<string, string>> = {
	alef: String.raw`\aleph`,
	alefsym: String.raw`\aleph`,
	Alpha: String.raw`\mathrm{A}`,
	arcctg: String.raw`\operatorname{arcctg}`,
	arctg: String.raw`\operatorname{arctg}`,
	argmax: String.raw`\operatorname*{arg\,max}`,
	argmin: String.raw`\operatorname*{arg\,min}`,
	Beta: String.raw`\mathrm{B}`,
	bm: String.raw`\boldsymbol`,
	bold: String.raw`\mathbf`,
	bull: String.raw`\bullet`,
	ch: String.raw`\operatorname{ch}`,
	Chi: String.raw`\mathrm{X}`,
	clubs: String.raw`\clubsuit`,
	cnums: String.raw`\mathbb{C}`,
	coloncolon: String.raw`\mathrel{::}`,
	coloncolonequals: String.raw`\mathrel{::=}`,
	colonequals: String.raw`\mathrel{:=}`,
	colonminus: String.raw`\mathrel{:-}`,
	Complex: String.raw`\mathbb{C}`,
	cosec: String.raw`\operatorname{cosec}`,
	cotg: String.raw`\operatorname{cotg}`,
	ctg: String.raw`\operatorname{ctg}`,
	cth: String.raw`\operatorname{cth}`,
	dag: String.raw`\dagger`,
	Dagger: String.raw`\ddagger`,
	darr: String.raw`\downarrow`,
	dArr: String.raw`\Downarrow`,
	Darr: String.raw`\Downarrow`,
	ddag: String.raw`\ddagger`,
	diamonds: String.raw`\diamondsuit`,
	dotsx: String.raw`\dots`,
	empty: String.raw`\emptyset`,
	enskip: String.raw`\enspace`,
	Epsilon: String.raw`\mathrm{E}`,
	equalscolon: String.raw`\mathrel{=:}`,
	equalscoloncolon: String.raw`\mathrel{=::}`,
	Eta: String.raw`\mathrm{H}`,
	exist: String.raw`\exists`,
	harr: String.raw`\leftrightarrow`,
	hArr: String.raw`\Leftrightarrow`,
	Harr: String.raw`\Leftrightarrow`,
	hearts: String.raw`\heartsuit`,
	image: String.raw`\Im`,
	infin: String.raw`\infty`,
	Iota: String.raw`\mathrm{I}`,
	isin: String.raw`\in`,
	Kappa: String.raw`\mathrm{K}`,
	lang: String.raw`\langle`,
	larr: String.raw`\leftarrow`,
	lArr: String.raw`\Leftarrow`,
	Larr: String.raw`\Leftarrow`,
	lrarr: String.raw`\leftrightarrow`,
	lrArr: String.raw`\Leftrightarrow`,
	Lrarr: String.raw`\Leftrightarrow`,
	mathellipsis: String.raw`\ldots`,
	minuscolon: String.raw`\mathrel{-:}`,
	Mu: String.raw`\mathrm{M}`,
	N: String.raw`\mathbb{N}`,
	natnums: String.raw`\mathbb{N}`,
	notni: String.raw`\not\ni`,
	Nu: String.raw`\mathrm{N}`,
	Omicron: String.raw`\mathrm{O}`,
	operatornamewithlimits: String.raw`\operatorname*`,
	plim: String.raw`\operatorname*{plim}`,
	plusmn: String.raw`\pm`,
	R: String.raw`\mathbb{R}`,
	rang: String.raw`\rangle`,
	rarr: String.raw`\rightarrow`,
	rArr: String.raw`\Rightarrow`,
	Rarr: String.raw`\Rightarrow`,
	ratio: String.raw`\mathrel{:}`,
	real: String.raw`\Re`,
	Reals: String.raw`\mathbb{R}`,
	reals: String.raw`\mathbb{R}`,
	Rho: String.raw`\mathrm{P}`,
	sdot: String.raw`\cdot`,
	sect: String.raw`\S`,
	sh: String.raw`\operatorname{sh}`,
	simcolon: String.raw`\mathrel{\sim:}`,
	spades: String.raw`\spadesuit`,
	sub: String.raw`\subset`,
	sube: String.raw`\subseteq`,
	supe: String.raw`\supseteq`,
	Tau: String.raw`\mathrm{T}`,
	tg: String.raw`\operatorname{tg}`,
	th: String.raw`\operatorname{th}`,
	thetasym: String.raw`\vartheta`,
	uarr: String.raw`\uparrow`,
	uArr: String.raw`\Uparrow`,
	Uarr: String.raw`\Uparrow`,
	vcentcolon: String.raw`\mathrel{:}`,
	weierp: String.raw`\wp`,
	Z: String.raw`\mathbb{Z}`,
	Zeta: String.raw`\mathrm{Z}`,
};

/** Those for which there is nothing to write in their place. */
const others: ReadonlySet<string> = new Set(
	`
AA AE DOTSB DOTSI DOTSX H KaTeX O OE Overrightarrow P TextOrMath aa ae allowbreak angl angln approxcolon
approxcoloncolon blue blueA blueB blueC blueD blueE c coloncolonapprox coloncolonminus coloncolonsim copyright
errmessage expandafter footnotesize futurelet goldA goldB goldC goldD goldE gray grayA grayB grayC grayD grayE grayF
grayG grayH grayI green greenA greenB greenC greenD greenE htmlClass htmlId htmlStyle i imageof includegraphics j
kaBlue kaGreen lBrace let llbracket lq mapsfrom maroonA maroonB maroonC maroonD maroonE mathreflectbox mathsterling
medspace message mintA mintB mintC minuscoloncolon minuso nobreak noexpand o oe oiiint oiint orange origof overgroup
overleftharpoon overlinesegment overrightharpoon phase pink pounds providecommand purple purpleA purpleB purpleC
purpleD purpleE r rBrace red redA redB redC redD redE reflectbox relax rq rrbracket show simcoloncolon sixptsize sout
ss tealA tealB tealC tealD tealE textasciicircum textasciitilde textbackslash textbar textbardbl textbraceleft
textbraceright textcircled textdagger textdaggerdbl textdegree textdollar textellipsis textemdash textendash
textgreater textless textmd textquotedblleft textquotedblright textquoteleft textquoteright textsterling
textunderscore thickspace underbar undergroup underlinesegment url utilde varvdots widecheck xleftequilibrium
xrightequilibrium xrightleftarrows
`
		.trim()
		.split(/\s+/),
);

/** A command, or an escaped character, which may be a backslash. */
const command = /\\(?:([a-zA-Z]+)|[^a-zA-Z])/g;

export interface Foreign {
	readonly command: string;
	readonly offset: number;
	/** What both know and draws the same; undefined when there is nothing. */
	readonly instead: string | undefined;
}

/** The commands of a formula that MathJax does not know. */
export function foreignTo(latex: string): Foreign[] {
	return [...latex.matchAll(command)].flatMap(({ 0: written, 1: name = '', index: offset }) => {
		if (Object.hasOwn(instead, name)) return { command: written, offset, instead: instead[name] };
		return others.has(name) ? { command: written, offset, instead: undefined } : [];
	});
}
