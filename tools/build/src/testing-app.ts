import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const greeter = (words: string) => `import { Injectable } from '@nestjs/common';
@Injectable() export class Clock { year(): number { return 2026; } }
@Injectable() export class Greeter { constructor(private readonly clock: Clock) {} greet(): string { return '${words} ' + this.clock.year(); } }
`;

const main = `import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import prom from 'prom-client';
import { pageQuery } from '@unityplan/contracts';
import { Clock, Greeter } from './greeter.ts';

@Controller() class Hello { constructor(private readonly greeter: Greeter) {}
  @Get('/') hello() { return { words: this.greeter.greet(), limit: pageQuery.parse({}).limit, loaded: [Redis, pg.Pool, pino, prom.Registry].map((item) => typeof item) }; } }
@Module({ controllers: [Hello], providers: [Clock, Greeter] }) class Root {}

const app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
console.log('answers at ' + (await app.getUrl()) + ' in process ' + process.pid);
process.on('SIGTERM', () => void app.close().then(() => { console.log('closed in order'); process.exit(0); }));
process.on('SIGINT', () => {});
`;

/** A small Nest service in a folder of its own inside the workspace, gone after the test. */
export function testApp() {
  const dir = mkdtempSync(join(import.meta.dirname, '../.tmp-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  mkdirSync(join(dir, 'src'));
  const write = (file: string, text: string) => writeFileSync(join(dir, 'src', file), text);
  write('main.ts', main);
  write('greeter.ts', greeter('hello'));
  return { dir, write, say: (words: string) => write('greeter.ts', greeter(words)) };
}
