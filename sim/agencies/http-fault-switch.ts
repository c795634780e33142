import { setTimeout } from 'node:timers/promises';
import type { HttpFaults } from './faults.ts';
import { type Answer, refusal } from './loopback-server.ts';

const DEFAULT_RETRY_AFTER = 1;

/** The faults of an HTTP agency while they last. */
export class HttpFaultSwitch<F extends HttpFaults> {
  #faults: F;
  #serverErrorsLeft = 0;
  #refusalsLeft = 0;

  constructor(faults: F) {
    this.#faults = faults;
    this.set(faults);
  }

  get current(): F {
    return this.#faults;
  }

  set(faults: F): void {
    this.#faults = faults;
    this.#serverErrorsLeft = faults.serverErrors ?? 0;
    this.#refusalsLeft = faults.tooManyRequests ?? 0;
  }

  /** What is answered in the agency's place where a fault is due. */
  async intercept(): Promise<Answer | null> {
    if (this.#faults.slowMilliseconds !== undefined) await setTimeout(this.#faults.slowMilliseconds);
    if (this.#serverErrorsLeft > 0) {
      this.#serverErrorsLeft -= 1;
      return refusal(503, 'service_unavailable');
    }
    if (this.#refusalsLeft === 0) return null;
    this.#refusalsLeft -= 1;
    return refusal(429, 'too_many_requests', {
      'Retry-After': String(this.#faults.retryAfterSeconds ?? DEFAULT_RETRY_AFTER),
    });
  }
}
