/** Workers that make PDFs, and who waits for them. */
import { Worker } from 'node:worker_threads';
import { CannotMakePdf } from './cannot-make-pdf.ts';
import type { PdfDocument } from './document.ts';
import { checkDocument } from './limits.ts';
import type { WorkerReply } from './worker.ts';

export interface PdfMakerOptions {
  readonly workers: number;
  /** How many may wait while all workers are at work. */
  readonly waiting: number;
  /** For one document, from when a worker takes it. */
  readonly limitMs: number;
  /** What the workers run. */
  readonly program: URL;
}

export interface PdfMaker {
  /** Rejects with `CannotMakePdf`. */
  readonly makePdf: (document: PdfDocument) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly document: PdfDocument;
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (problem: CannotMakePdf) => void;
}

/** Where a worker sits; a worker that stops is followed by another when there is something to do. */
interface Seat {
  worker: Worker | null;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

const usual: PdfMakerOptions = {
  workers: 2,
  waiting: 20,
  limitMs: 10_000,
  program: new URL('./worker.ts', import.meta.url),
};

export function openPdfMaker(options: Partial<PdfMakerOptions> = {}): PdfMaker {
  const settings = { ...usual, ...options };
  const seats: Seat[] = Array.from({ length: settings.workers }, () => ({
    worker: null,
    job: null,
    timer: null,
  }));
  const queue: Job[] = [];
  const next = (): void => {
    const seat = seats.find(({ job }) => job === null);
    const job = seat && queue.shift();
    if (seat && job) begin(seat, job, settings, next);
  };
  return {
    async makePdf(document) {
      checkDocument(document);
      if (queue.length >= settings.waiting) throw new CannotMakePdf('too-busy');
      return new Promise((done, failed) => {
        queue.push({ document, done, failed });
        next();
      });
    },
    async close() {
      for (const job of queue.splice(0)) job.failed(new CannotMakePdf('stopped'));
      await Promise.all(seats.map(async ({ worker }) => worker?.terminate()));
    },
  };
}

function begin(seat: Seat, job: Job, settings: PdfMakerOptions, next: () => void): void {
  const worker = seat.worker ?? seatWorker(seat, settings, next);
  seat.job = job;
  worker.ref();
  seat.timer = setTimeout(() => {
    abandon(seat, new CannotMakePdf('took-too-long'));
    next();
  }, settings.limitMs);
  worker.postMessage(job.document);
}

function seatWorker(seat: Seat, { program }: PdfMakerOptions, next: () => void): Worker {
  const worker = new Worker(program, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  });
  const stopped = (): void => {
    if (seat.worker !== worker) return;
    abandon(seat, new CannotMakePdf('stopped'));
    next();
  };
  worker.on('message', (reply: WorkerReply) => {
    if (seat.worker !== worker) return;
    const job = release(seat);
    worker.unref();
    if ('bytes' in reply) job?.done(reply.bytes);
    else job?.failed(new CannotMakePdf(reply.kind, reply.place));
    next();
  });
  worker.on('error', stopped);
  worker.on('exit', stopped);
  seat.worker = worker;
  return worker;
}

/** Gives up the job, and the worker with it. */
function abandon(seat: Seat, problem: CannotMakePdf): void {
  const { worker } = seat;
  seat.worker = null;
  release(seat)?.failed(problem);
  void worker?.terminate();
}

function release(seat: Seat): Job | null {
  const { job, timer } = seat;
  if (timer) clearTimeout(timer);
  seat.job = null;
  seat.timer = null;
  return job;
}
