/** Speak to our own server: JSON in, JSON out, and its problems as errors. */
import { Problem } from "./fault";
import type { Prepared } from "./prepared";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

interface ProblemBody {
  title?: string;
  detail?: string;
  transaction?: Prepared;
}

export async function get<Answer>(path: string): Promise<Answer> {
  return read<Answer>(await fetch(path, { headers: { accept: "application/json" } }));
}

export async function send<Answer>(method: string, path: string, body?: Json): Promise<Answer> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  const content = body === undefined ? null : JSON.stringify(body);
  return read<Answer>(await fetch(path, { method, headers, body: content }));
}

/** Send a file as it is. */
export async function sendFile<Answer>(path: string, file: Blob): Promise<Answer> {
  const headers = { accept: "application/json", "content-type": "application/octet-stream" };
  return read<Answer>(await fetch(path, { method: "POST", headers, body: file }));
}

async function read<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw problem(response.status, text);
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** The problem a body tells of; a proxy's page of HTML is no reason to fail twice. */
export function problem(status: number, text: string): Problem {
  let body: ProblemBody = {};
  try {
    body = JSON.parse(text) as ProblemBody;
  } catch {
    body = { detail: `The server answered ${status}. Please try again in a moment.` };
  }
  const detail = body.detail ?? body.title ?? `The server answered ${status}.`;
  return new Problem(status, detail, body.transaction);
}
