import { createHash, randomUUID } from "node:crypto";
import type { RoleSession } from "../operation/call";

/** The temporary credentials that this server issued. */
export class RoleSessions {
  readonly #sessions = new Map<string, RoleSession>();

  constructor(readonly now: () => number) {}

  issue(roleArn: string, sessionName: string, seconds: number): RoleSession {
    const secret = createHash("sha256").update(randomUUID()).digest("hex").toUpperCase();
    const [, account = "", role = ""] = /^arn:aws:iam::(\d+):role\/(?:.*\/)?(.+)$/.exec(roleArn) ?? [];
    const roleId = `AROA${createHash("sha256").update(roleArn).digest("hex").slice(0, 16).toUpperCase()}`;
    const session = {
      accountId: account,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${sessionName}`,
      userId: `${roleId}:${sessionName}`,
      accessKeyId: `ASIA${secret.slice(0, 16)}`,
      secretAccessKey: secret.slice(16, 56),
      sessionToken: `simulated-${secret.slice(0, 32)}`,
      expiresAt: this.now() + seconds * 1000,
    };
    this.#sessions.set(session.accessKeyId, session);
    return session;
  }

  /** The session of a key and token. `undefined` for a key that is not temporary, `unknown` for one that was not issued here. */
  find(accessKeyId: string, token: string | undefined): RoleSession | "unknown" | "expired" | undefined {
    if (!accessKeyId.startsWith("ASIA")) return undefined;
    const session = this.#sessions.get(accessKeyId);
    if (session === undefined || session.sessionToken !== token) return "unknown";
    return session.expiresAt <= this.now() ? "expired" : session;
  }
}
