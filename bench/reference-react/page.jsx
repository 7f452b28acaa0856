import { startTransition, useEffect, useMemo, useState } from 'react';
import {
  Button,
  Cell,
  Column,
  Input,
  Label,
  Row,
  SearchField,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TextField,
  Virtualizer,
} from 'react-aria-components';
import { createRoot } from 'react-dom/client';

/*
 * The table of a plan as it is commonly built today, for the bench alone: React with React Aria's table and its virtualizer. It
 * does less than the app's: no session, no languages, no brackets, nothing is saved; lines come as they are shown.
 */

const columns = [
  ['number', 'No.', 72],
  ['vi', 'Vietnamese', '1fr'],
  ['lo', 'Lao', '1fr'],
  ['area', 'Area', 128],
  ['period', 'Period', 128],
  ['host', 'Host', 96],
  ['level', 'Level', 120],
  ['venue', 'Venue', 128],
].map(([id, label, width]) => ({ id, label, width }));

const fold = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-zđ])[\u0300-\u036f]+/g, '$1')
    .replaceAll('đ', 'd')
    .normalize('NFC');
const folded = new WeakMap();
function wordsOf(line) {
  let words = folded.get(line);
  if (words === undefined) folded.set(line, (words = fold(Object.values(line).join(' '))));
  return words;
}

const read = async (name) => (await fetch(name)).json();

function Page() {
  const [lines, setLines] = useState([]);
  const [isComplete, setComplete] = useState(false);
  const [asked, setAsked] = useState('');
  const [filter, setFilter] = useState('');
  const [drawn, setDrawn] = useState();
  useEffect(() => {
    void (async () => {
      const first = await read('/first.json');
      setLines(first);
      const rest = await read('/rest.json');
      startTransition(() => {
        setLines([...first, ...rest]);
        setComplete(true);
      });
    })();
  }, []);
  const shown = useMemo(() => {
    const words = fold(filter).split(/\s+/).filter(Boolean);
    if (words.length === 0) return lines;
    return lines.filter((line) => words.every((word) => wordsOf(line).includes(word)));
  }, [lines, filter]);
  const change = (id, column, value) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, [column]: value } : line)));
  return (
    <>
      <div className="tools">
        <SearchField
          aria-label="Filter"
          value={asked}
          onChange={(words) => {
            setAsked(words);
            startTransition(() => setFilter(words));
          }}
        >
          <Input />
        </SearchField>
        <span role="status" aria-busy={!isComplete}>
          {shown.length} of {lines.length} lines
        </span>
      </div>
      <div className="table">
        <Lines lines={shown} onopen={setDrawn} onchange={change} />
        {drawn && (
          <Drawer
            line={lines.find((line) => line.id === drawn)}
            onchange={change}
            onclose={() => setDrawn(undefined)}
          />
        )}
      </div>
    </>
  );
}

function Lines({ lines, onopen, onchange }) {
  const [editing, setEditing] = useState('');
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ estimatedRowHeight: 65, headingHeight: 34 }}>
      <Table aria-label="Plan" selectionMode="multiple" onRowAction={(id) => onopen(id)}>
        <TableHeader columns={columns}>
          {(column) => (
            <Column isRowHeader={column.id === 'number'} width={column.width}>
              {column.label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={lines} dependencies={[editing]}>
          {(line) => (
            <Row columns={columns} dependencies={[editing]}>
              {({ id }) => (
                <Cell>
                  {editing === `${line.id} ${id}` ? (
                    <TextField
                      aria-label={id}
                      autoFocus
                      defaultValue={line[id]}
                      onBlur={(event) => {
                        onchange(line.id, id, event.target.value);
                        setEditing('');
                      }}
                    >
                      <Input />
                    </TextField>
                  ) : (
                    // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys
                    <span className="shown" onDoubleClick={() => setEditing(`${line.id} ${id}`)}>
                      {line[id]}
                    </span>
                  )}
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function Drawer({ line, onchange, onclose }) {
  return (
    <aside className="drawer">
      <Button onPress={onclose}>Close</Button>
      {columns.map(({ id, label }) => (
        <TextField key={id} value={line[id]} onChange={(value) => onchange(line.id, id, value)}>
          <Label>{label}</Label>
          <Input />
        </TextField>
      ))}
    </aside>
  );
}

createRoot(document.getElementById('app')).render(<Page />);
