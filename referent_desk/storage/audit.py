"""The chain of audit entries: one for each use case, each over the one before it.

The actor's name stands outside the hash, so that it can be erased without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from referent_desk.storage import schema

FIRST_PREVIOUS = bytes(32)


class Origin(StrEnum):
    """Where a value came from: an import never overwrites by itself what came by hand."""

    HAND = "hand"
    IMPORT = "import"
    STARTER = "starter"
    DEMO = "demo"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Entry:
    seq: int
    recorded_at: str
    action: str
    origin: str
    actor_id: str | None
    row_count: int
    rows_hash: bytes
    home_hash: bytes
    previous_hash: bytes

    def hash(self) -> bytes:
        covered = [
            self.seq,
            self.recorded_at,
            self.action,
            self.origin,
            self.actor_id,
            self.row_count,
            self.rows_hash.hex(),
            self.home_hash.hex(),
            self.previous_hash.hex(),
        ]
        return hashlib.sha256(json.dumps(covered, ensure_ascii=False).encode()).digest()


def add_to_home_hash(
    home_hash: bytes, added: Iterable[bytes], removed: Iterable[bytes] = ()
) -> bytes:
    """The sum of the hashes of all content rows, modulo 2²⁵⁶, after rows came and went."""
    total = int.from_bytes(home_hash)
    total += sum(map(int.from_bytes, added)) - sum(map(int.from_bytes, removed))
    return (total % 2**256).to_bytes(32)


def last_link(connection: Connection) -> tuple[int, bytes, bytes]:
    """Number, hash and home hash of the newest entry; 0 and zeros before the first."""
    audit = schema.audit.c
    row = connection.execute(
        select(audit.seq, audit.hash, audit.home_hash).order_by(audit.seq.desc()).limit(1)
    ).first()
    return (row.seq, row.hash, row.home_hash) if row else (0, FIRST_PREVIOUS, FIRST_PREVIOUS)


def last_moment(connection: Connection) -> datetime:
    """When something was last written in the home; the beginning of time before the first."""
    audit = schema.audit.c
    row = connection.execute(select(audit.recorded_at).order_by(audit.seq.desc()).limit(1)).first()
    return datetime.fromisoformat(row.recorded_at) if row else datetime.fromtimestamp(0, UTC)
