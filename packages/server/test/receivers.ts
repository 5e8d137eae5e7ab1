import {
  createDecipheriv,
  createECDH,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { Ways } from "../src/notify/way.ts";
import { emailWay } from "../src/notify/ways/email.ts";
import { pushWay } from "../src/notify/ways/push.ts";
import { webhookWay } from "../src/notify/ways/webhook.ts";
import { openHouse } from "./house.ts";

/** One mail as it came over the wire. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** A real mail server on this machine; `refuse` makes it answer a recipient with a code. */
export async function mailServer() {
  const mails: Mail[] = [];
  const refuse = new Map<string, number>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onRcptTo({ address }, _session, done) {
      const code = refuse.get(address);
      if (code === undefined) return done();
      done(Object.assign(new Error("not here"), { responseCode: code }));
    },
    onData(stream, { envelope }, done) {
      void buffer(stream).then((bytes) => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo[0]!.address, source: bytes.toString() });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ mails, refuse, url: `smtp://127.0.0.1:${port}` },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** The subject and text of a mail, with its encodings undone. */
export function readMail({ source }: Mail): { readonly subject: string; readonly text: string } {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]/g, " ");
  const subject = /^Subject: (.*)$/m.exec(unfolded)![1]!.replace(/\?= =\?/g, "?==?");
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(head);
  const body = rest.join("\r\n\r\n");
  const quoted = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => unescape(`%${hex}`));
  return {
    subject: subject.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, how, word) =>
      how.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString()
        : Buffer.from(
            word
              .replace(/_/g, " ")
              .replace(/=([0-9A-F]{2})/g, (_w: string, hex: string) => unescape(`%${hex}`)),
            "latin1",
          ).toString(),
    ),
    text: isBase64 ? Buffer.from(body, "base64").toString() : Buffer.from(quoted, "latin1").toString(),
  };
}

/** What came by one POST. */
export interface Posting {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** A real HTTP server on this machine that answers with the next of the given statuses, else with 201. */
export async function httpServer() {
  const postings: Posting[] = [];
  const statuses: number[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void buffer(request).then((body) => {
      postings.push({ path: request.url!, headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 201).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ postings, statuses, url: `http://127.0.0.1:${port}` },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Checks a signature as the receiving program does it, by the words of docs/operations.md. */
export function isSigned({ headers, body }: Posting, secret: string): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", secret).update(signed).digest();
  const given = Buffer.from(String(headers["webhook-signature"]).replace(/^v1,/, ""), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A browser that has subscribed: its keys, and how it opens what it is sent. RFC 8291 §3, RFC 8188 §2 */
export function aBrowser(endpoint: string) {
  const key = createECDH("prime256v1");
  const publicKey = key.generateKeys();
  const auth = randomBytes(16);
  const subscription = {
    endpoint,
    keys: { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") },
  };
  const open = (message: Buffer): string => {
    const salt = message.subarray(0, 16);
    const idLength = message[20]!;
    const sender = message.subarray(21, 21 + idLength);
    const sealed = message.subarray(21 + idLength);
    const derive = (secret: Uint8Array, from: Uint8Array, info: Buffer, length: number) =>
      Buffer.from(hkdfSync("sha256", secret, from, info, length));
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
    const ikm = derive(key.computeSecret(sender), auth, info, 32);
    const cek = derive(ikm, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const nonce = derive(ikm, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
    const decipher = createDecipheriv("aes-128-gcm", cek, nonce).setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  };
  return { subscription, open };
}

/** A house that tells its riders over the wire, by every way, and who receives it. */
export async function openTellingHouse() {
  const [house, mail, web] = await Promise.all([openHouse(), mailServer(), httpServer()]);
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const privateKey = ecdh.getPrivateKey("base64url").padStart(43, "A");
  const secret = "0123456789abcdef0123456789abcdef";
  const email = emailWay({ url: mail.url, from: "ride@city.example.jp" });
  const ways: Ways = {
    keepsAll: false,
    by: {
      email,
      sms: webhookWay({ url: `${web.url}/sms`, secret }, house.world.wallNow),
      push: pushWay(
        { privateKey, contact: "mailto:ride@city.example.jp" },
        { services: [new RegExp(`^${web.url}/push/`)] },
      ),
    },
  };
  return {
    ...{ house, mail, web, ways, privateKey, secret },
    forget() {
      mail.mails.length = 0;
      web.postings.length = 0;
    },
    async close() {
      email.close();
      await Promise.all([mail.close(), web.close(), house.close()]);
    },
  };
}
