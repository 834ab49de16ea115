import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import LiveRegion from "@cloudscape-design/components/live-region";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { memo } from "react";
import { principalLabel } from "#core/aws/principal.ts";
import type { Method, Prepared } from "#core/methods/method.ts";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import type { Side } from "#core/side.ts";
import { accountOf, cameFrom, isConfirmed, needsConfirmation } from "./confirmation.ts";
import type { Confirmed } from "./session.ts";
import { useSharing } from "./sharing-context.tsx";
import "./link-banner.css";

/**
 * A link or an agreement file may come from anybody. Whoever opens one sees which accounts it names, and says that they
 * are the right ones, before anything can be copied.
 */
export function LinkBanner(props: {
  readonly confirmed: Confirmed;
  readonly onConfirm: (confirmed: Confirmed) => void;
}) {
  const { prepared, method, origin, side: mine } = useSharing();
  const { confirmed, onConfirm } = props;
  const how = cameFrom(origin);
  if (how === undefined) return null;
  return (
    <Banner
      how={how}
      what={origin === "link" ? "the link" : "the file"}
      method={method}
      mine={mine}
      owner={accountOf(prepared, "owner")}
      consumer={accountOf(prepared, "consumer")}
      open={needsConfirmation(prepared, origin, confirmed)}
      ownerConfirmed={isConfirmed(prepared, "owner", confirmed)}
      consumerConfirmed={isConfirmed(prepared, "consumer", confirmed)}
      confirmed={confirmed}
      onConfirm={onConfirm}
    />
  );
}

interface BannerProps {
  readonly how: string;
  readonly what: string;
  readonly method: Method;
  readonly mine: Side | undefined;
  readonly owner: string | undefined;
  readonly consumer: string | undefined;
  readonly open: boolean;
  readonly ownerConfirmed: boolean;
  readonly consumerConfirmed: boolean;
  readonly confirmed: Confirmed;
  readonly onConfirm: (confirmed: Confirmed) => void;
}

/** Drawn again only when an account changes; what is shared with it, which follows the keys, is a part by itself. */
const Banner = memo(function Banner(props: BannerProps) {
  const { how, what, method, open, confirmed, onConfirm } = props;
  const sides = sidesWithAccount(method);
  const one = sides.length === 1;
  const ids = one ? "the account ID" : "both account IDs";
  return (
    <section className="link-banner" aria-label={`Values that came ${how}`}>
      <LiveRegion hidden>
        {open
          ? `These values came ${how}. Confirm ${ids} before anything can be copied.`
          : `The account ${one ? "ID is" : "IDs are"} confirmed.`}
      </LiveRegion>
      {open ? (
        <Alert
          type="warning"
          header={`These values came ${how}. Do you know ${one ? "the account" : "both accounts"}?`}
        >
          <p>
            Whoever made {what} chose them. Compare {ids} with what you know from elsewhere; until
            you confirm {one ? "it" : "them"}, nothing can be copied or downloaded.
          </p>
          <ul className="link-accounts">
            {sides.map((side) => (
              <li key={side} className={`link-account side-${side}`}>
                <Account
                  name={method.sides[side].name}
                  account={props[side]}
                  side={side}
                  mine={props.mine}
                  confirmed={side === "owner" ? props.ownerConfirmed : props.consumerConfirmed}
                  onConfirm={(account) => onConfirm({ ...confirmed, [side]: account })}
                />
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <StatusIndicator type="success">
          These values came {how}; you confirmed {ids}.
        </StatusIndicator>
      )}
    </section>
  );
});

function Account(props: {
  readonly name: string;
  readonly account: string | undefined;
  readonly side: Side;
  readonly mine: Side | undefined;
  readonly confirmed: boolean;
  readonly onConfirm: (account: string) => void;
}) {
  const { account, side, mine, confirmed, onConfirm } = props;
  return (
    <>
      <div className="link-account-name">{props.name}</div>
      <div className="link-account-id">{account ?? "Missing"}</div>
      <div className="link-account-what">
        {side === "owner" ? "Shares " : "Gets access: "}
        {side === "owner" ? <Shared /> : <Admitted />}
      </div>
      {account === undefined ? (
        <p>Its ID is missing. Fill it in, then confirm it here.</p>
      ) : (
        <Checkbox
          checked={confirmed}
          onChange={({ detail }) => onConfirm(detail.checked ? account : "")}
        >
          {question(account, side, mine)}
        </Checkbox>
      )}
    </>
  );
}

function Shared() {
  return <Named items={locationsOf(useSharing().prepared)} none="nothing yet" />;
}

function Admitted() {
  return <Named items={principalsOf(useSharing().prepared)} none="nobody yet" />;
}

function question(account: string, side: Side, mine: Side | undefined): string {
  if (side === mine) return `${account} is my own account`;
  if (mine === undefined) {
    return side === "owner"
      ? `${account} is the account that owns the data`
      : `${account} is the account that should get access`;
  }
  return side === "owner"
    ? `${account} is the account whose data I expect`
    : `${account} is the account I want to give access`;
}

const NAMED_MAX = 5;

function Named(props: { readonly items: readonly string[]; readonly none: string }) {
  const { items } = props;
  if (items.length === 0) return props.none;
  return (
    <>
      {items.slice(0, NAMED_MAX).map((item, index) => (
        <span key={item}>
          {index > 0 && ", "}
          <b>{item}</b>
        </span>
      ))}
      {items.length > NAMED_MAX && ` and ${items.length - NAMED_MAX} more`}
    </>
  );
}

function locationsOf({ agreement }: Prepared): readonly string[] {
  const names = agreement.owner.locations.map(({ bucket, prefix }) => `${bucket}/${prefix}`);
  return known(names);
}

function principalsOf({ agreement }: Prepared): readonly string[] {
  return known(agreement.consumer.principals.map(principalLabel));
}

function known(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !hasPlaceholder(name));
}
