import { cpus, release, totalmem } from 'node:os';
import type { Figure } from './bench.ts';
import { short, spread } from './figures.ts';
import type { Company } from './others.ts';

/** A scene with its findings and the company it had. */
export interface Chapter {
  readonly scene: string;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly company: Company;
}

export interface RunFacts {
  readonly date: string;
  readonly command: string;
  readonly commit: string;
  readonly versions: string;
  readonly rounds: number;
}

/** Whether a figure keeps its goal; undefined without one. */
export function meets({ values, goal }: Figure): boolean | undefined {
  return goal === undefined ? undefined : spread(values).median <= goal;
}

/** A row of the table: median, lowest and highest round, and the ratio to the baseline of the same run. */
export function row(figure: Figure): string {
  const { median, low, high } = spread(figure.values);
  const range = figure.values.length > 1 ? `${short(low)}–${short(high)}` : '';
  const base = figure.baseline && spread(figure.baseline.values).median;
  const against = figure.baseline ? `${short(base!)} ${figure.baseline.name}` : '';
  const ratio = base ? `× ${short(median / base)}` : '';
  const goal = figure.goal === undefined ? '' : `≤ ${Number(figure.goal.toPrecision(3))}${meets(figure) ? '' : ' **missed**'}`;
  return `| ${figure.name} | ${goal} | **${short(median)}** ${figure.unit} | ${range} | ${against} | ${ratio} |`;
}

export function report(facts: RunFacts, chapters: readonly Chapter[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(1)} GiB, Linux ${release()}`;
  const figures = chapters.flatMap(({ figures: all }) => all);
  const missed = figures.filter((figure) => meets(figure) === false).map(({ name }) => name);
  const company = chapters.map(({ scene, company: { loadBefore, loadAfter, share, programs } }) =>
    `| ${scene} | ${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)} | ${Math.round(share * 100)} % | ${programs.join(', ')} |`);
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Each figure is the median of its rounds; a baseline runs in the same rounds, so that the ratio holds
on another machine too. CPU time counts user and system time of the process of all services and of PostgreSQL with all its backends.

- Machine: ${machine}; shared with other programs (see the end)
- Date: ${facts.date} · commit ${facts.commit} · ${facts.versions}
- Command: \`${facts.command}\`, ${facts.rounds} rounds
- ${missed.length ? `Missed: ${missed.join('; ')}` : 'Every goal is met'}

| figure | goal | median | rounds | baseline | ratio |
|---|---|---|---|---|---|
${figures.map(row).join('\n')}

## Notes

${chapters.flatMap(({ notes }) => notes).map((note) => `- ${note}`).join('\n')}

## What else was running

Load average counts our own processes too; the share is the machine's CPU time that went to programs that are not ours.
Where it is high, times (ms, s) say more about the neighbours than about us; CPU time stays within some tens of per cent.

| scene | load average | others' share | greediest |
|---|---|---|---|
${company.join('\n')}
`;
}
