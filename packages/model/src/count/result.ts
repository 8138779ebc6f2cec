/** Success with a value, or a refusal with its reason. Functions that may refuse return it instead of throwing. By default, `E` is a part of a sentence. */
export type Result<T, E = string> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function failure<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
