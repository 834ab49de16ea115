import Link from "@cloudscape-design/components/link";
import { iamRolePage, kmsKeyPage, s3BucketPage } from "#core/aws/console-links.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Attachment, SharingDocument } from "#core/policy/document.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

const MOST = 3;

interface Place {
  readonly words: string;
  /** The console page of whoever owns the place; undefined where there is none to open directly. */
  readonly page?: string;
}

/** What the document is put on, with the way there. */
export function AttachedTo(props: { readonly document: SharingDocument }) {
  const { prepared } = useSharing();
  const { attachedTo, extent } = props.document;
  const { partition } = prepared.agreement;
  const at = { partition, region: prepared.agreement.owner.region };
  const places = attachedTo.map((attachment) => placeOf(attachment, at));
  return (
    <p className="document-attached">
      {extent === "statements" ? "Added to " : "Put on "}
      {places.slice(0, MOST).map((place, index) => (
        <span key={place.words}>
          {index > 0 && ", "}
          {place.page === undefined || !prepared.complete ? (
            place.words
          ) : (
            <Link
              external
              href={place.page}
              externalIconAriaLabel="Opens the AWS console in a new tab"
            >
              {place.words}
            </Link>
          )}
        </span>
      ))}
      {places.length > MOST && (
        <span title={places.map(({ words }) => words).join(", ")}>
          {" "}
          and {places.length - MOST} more
        </span>
      )}
      {extent === "statements" && ": everything else that policy says stays"}
    </p>
  );
}

function placeOf(attachment: Attachment, at: Parameters<typeof s3BucketPage>[0]): Place {
  switch (attachment.kind) {
    case "bucket":
      return { words: `bucket ${attachment.bucket}`, page: s3BucketPage(at, attachment.bucket) };
    case "key": {
      const id = nameInArn(attachment.keyArn);
      return { words: `the key policy of ${id}`, page: kmsKeyPage(at, id) };
    }
    case "role": {
      const name = nameInArn(attachment.arn);
      return { words: `role ${name}`, page: iamRolePage(at, name) };
    }
    case "user":
      return { words: `user ${nameInArn(attachment.arn)}` };
    case "account":
      return { words: `whichever principals of account ${attachment.account} need access` };
    case "permission-set":
      return { words: `permission set ${attachment.name} in IAM Identity Center` };
    case "access-grants-instance":
      return { words: `S3 Access Grants instance in ${attachment.arn.split(":")[3]}` };
    case "object": {
      const folder = attachment.key.slice(0, attachment.key.lastIndexOf("/") + 1);
      return {
        words: `object ${attachment.bucket}/${attachment.key}`,
        page: s3BucketPage(at, attachment.bucket, folder),
      };
    }
    case "quicksight":
      return { words: `QuickSight ${attachment.resource} ${attachment.resourceId}` };
  }
}
