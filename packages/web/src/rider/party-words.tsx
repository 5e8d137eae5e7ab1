import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { type Party, partyCounts } from "../ui/party.ts";

/** "高齢者 1人、こども 2人" */
export function PartyWords({ party }: { party: Party }) {
  const { fareClassShort, persons } = useMessages(riderMessages);
  return (
    <ul className="flex flex-wrap gap-x-4 text-lg">
      {partyCounts(party).map(({ fareClass, count }) => (
        <li key={fareClass}>{`${fareClassShort[fareClass]} ${persons(count)}`}</li>
      ))}
    </ul>
  );
}
