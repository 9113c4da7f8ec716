"""Which rules hold for which kind of record."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.records import RecordKind
from referent_desk.usecases.handovers_rules import HandoverRules
from referent_desk.usecases.help_given_rules import TicketRules, TipRules
from referent_desk.usecases.records_actions import ActionRules
from referent_desk.usecases.records_binders import CopyRules, EntryRules, LocalValueRules
from referent_desk.usecases.records_maintenances import MaintenanceRules
from referent_desk.usecases.records_means import FailureDomainRules, MeansRules
from referent_desk.usecases.records_nodes import NodeRules
from referent_desk.usecases.records_nominations import ObjectiveRules, ProposalRules
from referent_desk.usecases.records_people import AppointmentRules, DeploymentRules, PersonRules
from referent_desk.usecases.records_printers import PrinterRules
from referent_desk.usecases.records_rules import Rules
from referent_desk.usecases.records_software import ReleaseRules, SoftwareRules

RULES: Mapping[RecordKind, Rules] = {
    RecordKind.NODE: NodeRules(RecordKind.NODE),
    RecordKind.SOFTWARE: SoftwareRules(RecordKind.SOFTWARE),
    RecordKind.RELEASE: ReleaseRules(RecordKind.RELEASE),
    RecordKind.DEPLOYMENT: DeploymentRules(RecordKind.DEPLOYMENT),
    RecordKind.PERSON: PersonRules(RecordKind.PERSON),
    RecordKind.APPOINTMENT: AppointmentRules(RecordKind.APPOINTMENT),
    RecordKind.PROPOSAL: ProposalRules(RecordKind.PROPOSAL),
    RecordKind.OBJECTIVE: ObjectiveRules(RecordKind.OBJECTIVE),
    RecordKind.DIRECTORY_ENTRY: EntryRules(RecordKind.DIRECTORY_ENTRY),
    RecordKind.LOCAL_VALUE: LocalValueRules(RecordKind.LOCAL_VALUE),
    RecordKind.COPY: CopyRules(RecordKind.COPY),
    RecordKind.PRINTER: PrinterRules(RecordKind.PRINTER),
    RecordKind.MEANS: MeansRules(RecordKind.MEANS),
    RecordKind.FAILURE_DOMAIN: FailureDomainRules(RecordKind.FAILURE_DOMAIN),
    RecordKind.MAINTENANCE: MaintenanceRules(RecordKind.MAINTENANCE),
    RecordKind.ACTION: ActionRules(RecordKind.ACTION),
    RecordKind.TIP: TipRules(RecordKind.TIP),
    RecordKind.TICKET: TicketRules(RecordKind.TICKET),
    RecordKind.HANDOVER: HandoverRules(RecordKind.HANDOVER),
}
