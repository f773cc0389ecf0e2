// @ts-check
/**
 * The only caller of the service. One function a route; every one resolves to a reply and never rejects.
 *
 * POST wherever it matters, so that the browser sends our Origin along; the service pins it.
 */

import * as settings from "./settings.js";

const CHECK_TIMEOUT_MS = 15_000;
const PICTURE_TIMEOUT_MS = 60_000;
const HEALTH_TIMEOUT_MS = 3_000;

/** @typedef {{method: string, path: string, body?: BodyInit, type?: string, timeout: number, signed?: boolean, origin?: string}} Call */

/** @param {SchoolGuardErrorCode} code @param {string} message @param {number} [status] @returns {SchoolGuardReply<never>} */
const failed = (code, message, status) => ({ ok: false, error: { code, message, ...(status === undefined ? {} : { status }) } });

/** @param {Response} response @returns {Promise<string>} */
async function detailOf(response) {
  try {
    const problem = await response.json();
    return String(problem.detail ?? problem.title ?? "");
  } catch {
    return "";
  }
}

/** @param {unknown} error @returns {SchoolGuardReply<never>} */
function unanswered(error) {
  return failed(error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "unreachable", "");
}

/** @template T @param {Call} call @returns {Promise<SchoolGuardReply<T>>} */
async function send(call) {
  const { serviceUrl, token } = await settings.read();
  const signed = call.signed !== false;
  if (signed && token === "") return failed("not_paired", "");
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (signed) headers.Authorization = `Bearer ${token}`;
  if (call.type !== undefined) headers["Content-Type"] = call.type;
  let response;
  try {
    response = await fetch((call.origin ?? serviceUrl) + call.path, {
      method: call.method,
      headers,
      body: call.body,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(call.timeout),
    });
    if (response.ok) return { ok: true, value: await response.json() };
  } catch (error) {
    return unanswered(error);
  }
  const detail = await detailOf(response);
  if (response.status === 401) return failed("not_paired", detail, 401);
  if (response.status === 403 || response.status === 421) return failed("refused", detail, response.status);
  return failed("problem", detail, response.status);
}

/** @param {string} path @param {unknown} body @param {Partial<Call>} [more] */
const post = (path, body, more) =>
  send({ method: "POST", path, body: JSON.stringify(body), type: "application/json", timeout: CHECK_TIMEOUT_MS, ...more });

/** @param {SchoolGuardDraft} draft @param {string} language @returns {Promise<SchoolGuardReply<SchoolGuardReport>>} */
export const check = (draft, language) => post("/v1/check", { draft, offset_encoding: "utf-16", language });

/** @returns {Promise<SchoolGuardReply<SchoolGuardPolicy>>} */
export const policy = () => post("/v1/policy", {});

/** @param {SchoolGuardOutcome[]} outcomes @returns {Promise<SchoolGuardReply<{counted: number}>>} */
export const outcomes = (outcomes) => post("/v1/outcomes", { outcomes });

/** @param {string} code @param {string} origin @returns {Promise<SchoolGuardReply<{token: string}>>} */
export const pair = (code, origin) => post("/v1/pair", { code }, { signed: false, origin });

/** @returns {Promise<SchoolGuardReply<{url: string}>>} a link to the service's own page that works once */
export const startLink = () => post("/v1/start-link", {});

/** @param {string} digest @param {Blob} file @returns {Promise<SchoolGuardReply<{state: string, retry_after_ms: number | null}>>} */
export const putPicture = (digest, file) =>
  send({
    method: "PUT",
    path: `/v1/pictures/${digest}`,
    body: file,
    type: file.type.startsWith("image/") ? file.type : "application/octet-stream",
    timeout: PICTURE_TIMEOUT_MS,
  });

/** @returns {Promise<SchoolGuardReply<{status: string, version: string, pictures: string, register: string}>>} */
export const health = () => send({ method: "GET", path: "/v1/health", timeout: HEALTH_TIMEOUT_MS, signed: false });
