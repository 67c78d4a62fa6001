import { expect, it } from 'vitest';
import { addressBeside, territoryAddress } from './territory.ts';

it('keeps scheme and port of the page unless the host has its own port', () => {
  expect(territoryAddress('no.localhost', { protocol: 'http:', port: '8080' })).toBe('http://no.localhost:8080/');
  expect(territoryAddress('no.localhost:9090', { protocol: 'http:', port: '8080' })).toBe('http://no.localhost:9090/');
  expect(territoryAddress('no.unityplan.org', { protocol: 'https:', port: '' })).toBe('https://no.unityplan.org/');
});

it('finds the neighbour of a host, wherever the pod stands', () => {
  expect(addressBeside('dk', { protocol: 'http:', host: 'dk-ribe.localhost:8080' })).toBe('http://dk.localhost:8080/');
  expect(addressBeside('haida-fn-ca', { protocol: 'https:', host: 'ca.unityplan.org' })).toBe('https://haida-fn-ca.unityplan.org/');
});
