import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** Made anew for each place that asks STS, and gone with it. */
export function StsProvider(props: { readonly children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{props.children}</QueryClientProvider>;
}
