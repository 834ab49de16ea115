import { createServer, type Server, type Socket } from "node:net";
import { awsAnswer } from "./aws-cli.js";

/** Where the accounts' state is kept between two calls, as text: no two answers share an object. */
interface StateStore<State> {
  readonly read: () => State;
  readonly write: (state: State) => void;
}

interface Answer {
  readonly status: number | string;
  readonly errors: string;
  readonly output: string;
}

/** Answers the program `aws` beside this file. The port is what it wants as AWS_STUB. */
export async function serveAws<State>(
  store: StateStore<State>,
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => answerCalls(socket, store));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return { server, port: address.port };
}

/** A call is texts that end with a zero byte: how many words, the folder, the access key, the words. */
function answerCalls<State>(socket: Socket, store: StateStore<State>): void {
  let received = "";
  socket.setEncoding("utf8");
  // Whoever is ended while asking hangs up.
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: string) => {
    received += chunk;
    const [count = "", folder = "", accessKeyId = "", ...words] = received.split("\0");
    if (count === "" || words.length <= Number(count)) return;
    const { status, errors, output } = answered(store, {
      words: words.slice(0, Number(count)),
      folder,
      accessKeyId,
    });
    socket.end(`${status}\0${errors}\0${output}\0`);
  });
}

function answered<State>(
  store: StateStore<State>,
  call: { words: string[]; folder: string; accessKeyId: string },
): Answer {
  const state = store.read();
  try {
    const output = awsAnswer(call, state);
    store.write(state);
    return { status: 0, errors: "", output };
  } catch (stopped) {
    // A mistake of the stand-in itself changes nothing.
    if (stopped instanceof Error) return { status: 1, errors: `${stopped.stack}\n`, output: "" };
    store.write(state);
    return { output: "", ...(stopped as { status: number | string; errors: string }) };
  }
}
