import type { ReactElement } from "react";
import slots from "../../docs/slots.json";
import "./reference.css";

/** Every part of every component, from docs/slots.json, which the test of the parts writes. */
export function SlotTable(): ReactElement {
  return (
    <>
      {[...new Set(slots.map(({ component }) => component))].map((component) => (
        <table key={component} className="slots">
          <caption>
            <code>{component}</code>, named by <code>{slots.find((slot) => slot.component === component)?.type}</code>
          </caption>
          <thead>
            <tr>
              {["part", "element", "class", "states", "components"].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {slots
              .filter((slot) => slot.component === component)
              .map((slot) => (
                <tr key={slot.part}>
                  {[slot.part, slot.element, slot.class, slot.states, slot.own].map((value, index) => (
                    <td key={index}>{value === "" ? null : <code>{value}</code>}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
