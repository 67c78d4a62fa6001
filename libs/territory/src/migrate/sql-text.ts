/** Quoted text, quoted names, dollar-quoted bodies and comments: whatever in SQL is not SQL. */
const OPAQUE = /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/g;

/** The statements of a script with comments removed and literals emptied, white space made single. For checks, not for running. */
export function statementsOf(sql: string): string[] {
  return sql
    .replace(OPAQUE, (text) => (text.startsWith('--') || text.startsWith('/*') ? ' ' : text.startsWith('"') ? text : "''"))
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}
