import type { Server, ServerOptions } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** What one connection may take of us. Times in milliseconds. */
export interface ConnectionLimits {
  /** Until the headers of a request are complete. */
  readonly headersMs: number;
  /** Until the whole request is there, with its body; the largest is a file of 50 MB. */
  readonly requestMs: number;
  /** Until an idle connection is closed. */
  readonly idleMs: number;
  /** How often it is looked who takes too long. */
  readonly lookEveryMs: number;
  /** At the same time; more are turned away. */
  readonly connections: number;
}

/** A proxy in front has shorter times for strangers; these hold where there is none. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headersMs: 15_000,
  requestMs: 120_000,
  idleMs: 65_000, // longer than a proxy keeps its own, else it now and then sends into a closed one
  lookEveryMs: 5_000,
  connections: 2_000,
};

export interface ListenNeeds {
  readonly app: Pick<Hono, 'fetch'>;
  readonly port: number;
  readonly host: string;
  readonly limits?: ConnectionLimits | undefined;
  readonly onListening: (port: number) => void;
}

/** Opens the port. Whoever sends slowly, or opens connections without end, does not keep others out for long. */
export function listen({ app, port, host, limits = CONNECTION_LIMITS, onListening }: ListenNeeds): ServerType {
  const serverOptions: ServerOptions = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.lookEveryMs,
    maxHeaderSize: 16 * 1024,
  };
  const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions }, (info) => onListening(info.port));
  (server as Server).maxConnections = limits.connections;
  return server;
}
