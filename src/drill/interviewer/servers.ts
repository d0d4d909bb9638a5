/** Servers that people run a model with: where they listen, and what each needs before a browser may read its replies. */

export interface Server {
	readonly id: 'ollama' | 'llama-cpp' | 'lm-studio' | 'vllm' | 'other';
	readonly name: string;
	/** Where it listens unless told otherwise; empty where there is no usual place. */
	readonly baseUrl: string;
	/** What lets pages of an origin in, in words. */
	readonly origins: (origin: string) => string;
	/** The same as something to type, where there is one. */
	readonly command?: (origin: string) => string;
}

export const servers: readonly Server[] = [
	{
		id: 'ollama',
		name: 'Ollama',
		baseUrl: 'http://localhost:11434/v1',
		origins: (origin) =>
			`Ollama answers pages on localhost, and refuses others until OLLAMA_ORIGINS names them. Quit it, set the variable to ${origin}, and start it again. The desktop app takes the variable from the system: launchctl setenv on a Mac, the user’s environment variables on Windows, systemctl edit ollama on Linux. Ollama’s context is short unless OLLAMA_CONTEXT_LENGTH says otherwise; a grading needs 3,000 tokens and more.`,
		command: (origin) => `OLLAMA_ORIGINS="${origin}" OLLAMA_CONTEXT_LENGTH=8192 ollama serve`,
	},
	{
		id: 'llama-cpp',
		name: 'llama.cpp',
		baseUrl: 'http://localhost:8080/v1',
		origins: () =>
			'llama-server lets pages of every origin in. With --api-key it allows headers by “*”, which does not cover the key’s: browsers that keep to the rule then refuse the request, so run it without a key on this device. Any model name will do: it answers with the model it was started with.',
		command: () => 'llama-server -m model.gguf -c 8192',
	},
	{
		id: 'lm-studio',
		name: 'LM Studio',
		baseUrl: 'http://localhost:1234/v1',
		origins: () =>
			'LM Studio’s server lets pages in once CORS is enabled: in the settings of its local server, or by the flag of its command.',
		command: () => 'lms server start --cors',
	},
	{
		id: 'vllm',
		name: 'vLLM',
		baseUrl: 'http://localhost:8000/v1',
		origins: () => 'vLLM lets pages of every origin in, unless --allowed-origins says otherwise.',
	},
	{
		id: 'other',
		name: 'Another',
		baseUrl: '',
		origins: (origin) =>
			`A hosted service decides itself whether pages may read its replies; many allow it, some do not, and then only a proxy of your own helps. Your own server has to send Access-Control-Allow-Origin: ${origin}, and with a key also Access-Control-Allow-Headers: authorization, content-type.`,
	},
];

export function serverOf(id: string | undefined): Server {
	return servers.find((server) => server.id === id) ?? (servers[0] as Server);
}
