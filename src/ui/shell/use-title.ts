import { useEffect } from "react";

const NAME = "S3 Handshake";

/** `Review · Bucket policy`: the most particular first, as tabs cut the end. No parts on the start page. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, NAME].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
