export { parseText, renderText, renderVersion, type ParsedText, type RenderedText, type RenderOptions } from './markdown.ts';
export { slugOf } from './slug.ts';
