import { describe, expect, it } from 'vitest';
import { nameAtAddress } from '#core/import/address.ts';
import { checkAddress, checkRedirect } from './address.ts';

describe('an address', () => {
  it('may be https, and loses its fragment', () => {
    expect(checkAddress(' https://example.com/a.mp4?x=1#t=3 ').href).toBe('https://example.com/a.mp4?x=1');
  });

  it.each(['http://localhost:8080/a', 'http://studio.localhost/a', 'http://127.0.0.1/a', 'http://[::1]:5/a'])(
    'may be unencrypted on this machine itself: %s',
    (address) => expect(checkAddress(address).href).toBe(address),
  );

  it.each([
    ['http://example.com/a.mp4', /not encrypted/],
    ['http://localhost.example.com/a.mp4', /not encrypted/],
    ['http://127.0.0.1.example.com/a.mp4', /not encrypted/],
    ['file:///etc/passwd', /may not read this computer/],
    ['data:text/plain,hello', /in the address itself/],
    ['blob:https://example.com/1', /page that made it/],
    ['ftp://example.com/a', /no longer load/],
    ['javascript:alert(1)', /javascript: addresses cannot be loaded/],
    ['example.com/a.mp4', /no complete address/],
  ])('is refused in words of its own: %s', (address, words) => {
    expect(() => checkAddress(address)).toThrow(words);
  });

  it('with a password is refused without repeating it', () => {
    expect(() => checkAddress('https://me:secret@example.com/a')).toThrow(/^“https:\/\/example.com\/a” .*password/);
  });

  it('may not be sent on to an unencrypted one, nor to this machine', () => {
    const asked = new URL('https://example.com/a');
    expect(() => checkRedirect(asked, 'https://cdn.example.com/b')).not.toThrow();
    expect(() => checkRedirect(asked, 'http://cdn.example.com/b')).toThrow(/not https/);
    expect(() => checkRedirect(asked, 'http://localhost/b')).toThrow(/this computer itself/);
    expect(() => checkRedirect(new URL('http://localhost/a'), 'http://localhost/b')).not.toThrow();
  });
});

describe('the name of a file from outside', () => {
  it('is the last part of its address', () => {
    expect(nameAtAddress(new URL('https://example.com/films/my%20clip.mp4?x'))).toBe('my clip.mp4');
    expect(nameAtAddress(new URL('https://example.com/'))).toBe('example.com');
    expect(nameAtAddress(new URL('https://example.com/100%'))).toBe('100%');
  });

  it('is no path', () => {
    expect(nameAtAddress(new URL('https://example.com/..%2f..%2fetc%2fpasswd'))).toBe('passwd');
  });
});
