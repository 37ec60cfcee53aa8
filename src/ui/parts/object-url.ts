import { useEffect, useState } from 'react';

/** An address of a blob for as long as the component shows it. */
export function useObjectUrl(blob: Blob | null | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
}

const NONE: readonly string[] = [];

/** As `useObjectUrl`, of several. */
export function useObjectUrls(blobs: readonly Blob[] | undefined): readonly string[] {
  const [urls, setUrls] = useState(NONE);
  useEffect(() => {
    if (!blobs || blobs.length === 0) return;
    const made = blobs.map((blob) => URL.createObjectURL(blob));
    setUrls(made);
    return () => {
      setUrls(NONE);
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [blobs]);
  return urls;
}
