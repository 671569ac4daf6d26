// The package has no types; these are the parts used by the tests.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Context {
    readonly path: string;
    readonly oidc?: { readonly params?: Readonly<Record<string, string | undefined>> };
    readonly response: { get(name: string): string; set(name: string, value: string): void };
    body: unknown;
  }

  interface Token {
    destroy(): Promise<void>;
  }

  interface AccessToken extends Token {
    readonly accountId: string;
    readonly scope: string;
    readonly isExpired: boolean;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    proxy: boolean;
    readonly AccessToken: { find(token: string): Promise<AccessToken | undefined> };
    readonly RefreshToken: { find(token: string): Promise<Token | undefined> };
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
