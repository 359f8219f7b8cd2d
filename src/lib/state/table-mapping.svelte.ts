// Settling what goes where in one table: the rep's choices, and what they give, seen at once.
import type { TableSettled } from '$lib/domain/contact-table';
import type { DateOrder } from '$lib/domain/table-date';
import type { ColumnPlace } from '$lib/domain/table-place';
import type { TableToMap, TableTried } from './table-to-map';

/** Asks for what a table gives as it stands, and says when it is settled. */
export interface TableTeller {
	readonly attempt: (settled: TableSettled) => void;
	/** Says whether the first row is somebody; the table comes anew. */
	readonly takeFirstRow: (isPerson: boolean) => void;
	/** Without an answer the file is left out. */
	readonly settle: (settled: TableSettled | undefined) => void;
}

/** One table being settled. */
export class TableMapping {
	#table = $state.raw<TableToMap>();
	/** The first people as it stands, and what has to be asked. */
	tried = $state.raw<TableTried>();
	readonly #teller: TableTeller;
	#places = $state.raw<readonly ColumnPlace[]>([]);
	#orders = $state.raw<Readonly<Record<number, DateOrder>>>({});
	/** Dates that still have to be settled. */
	readonly open = $derived.by(() =>
		(this.tried?.questions ?? []).filter(({ column }) => this.#orders[column] === undefined)
	);

	readonly #first: TableToMap;

	constructor(table: TableToMap, teller: TableTeller) {
		this.#first = table;
		this.#teller = teller;
		this.renew(table);
	}

	get table(): TableToMap {
		return this.#table ?? this.#first;
	}

	/** Takes the same table with other heads. */
	renew(table: TableToMap): void {
		this.#table = table;
		this.#places = table.settled.places;
		this.#orders = table.settled.orders;
		this.#attempt();
	}

	/** Says that the first row is somebody and not the names of the columns, or the other way round. */
	takeFirstRow(isPerson: boolean): void {
		this.#teller.takeFirstRow(isPerson);
	}

	/** Where a column goes. */
	placeOf(column: number): ColumnPlace {
		return this.#places[column] ?? { place: 'left-out' };
	}

	/** What was said of a column's dates. */
	orderOf(column: number): DateOrder | undefined {
		return this.#orders[column];
	}

	/** Puts a column somewhere. */
	choose(column: number, place: ColumnPlace): void {
		this.#places = this.#places.with(column, place);
		this.#attempt();
	}

	/** Says how a column's dates are written. */
	answer(column: number, order: DateOrder): void {
		this.#orders = { ...this.#orders, [column]: order };
		this.#attempt();
	}

	/** Goes on with what is settled. */
	settle(): void {
		this.#teller.settle({ places: this.#places, orders: this.#orders });
	}

	/** Goes on without this file. */
	skip(): void {
		this.#teller.settle(undefined);
	}

	#attempt(): void {
		this.#teller.attempt({ places: this.#places, orders: this.#orders });
	}
}
