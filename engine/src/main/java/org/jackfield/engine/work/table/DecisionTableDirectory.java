package org.jackfield.engine.work.table;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.PolicyAdministration;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkStores;

/** Decision tables over the stores; their policies are saved as every other one. */
public final class DecisionTableDirectory implements DecisionTableAdministration {

    private static final int MOST_ITEMS = 5_000;
    /** Comes after every id of an item: the digits of ids are hexadecimal. */
    private static final String AFTER_ALL = IdPrefix.WORK_ITEM.letters() + "g";

    private final WorkStores stores;
    private final DecisionTables tables;
    private final PolicyAdministration policies;
    private final UnitOfWork unit;
    private final InstantSource clock;

    public DecisionTableDirectory(WorkStores stores, DecisionTables tables, PolicyAdministration policies,
            UnitOfWork unit, InstantSource clock) {
        this.stores = stores;
        this.tables = tables;
        this.policies = policies;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public Saving create(AccountId account, String workspaceId, Drawing drawing) {
        return unit.run(() -> save(account, workspaceId, drawing,
                translation -> policies.create(account, workspaceId,
                        new PolicySpec(translation.name(), translation.document(), Optional.empty()))));
    }

    @Override
    public Saving replace(AccountId account, String workspaceId, String policyId, Drawing drawing) {
        return unit.run(() -> {
            PolicyDocument before = policy(account, workspaceId, policyId);
            return save(account, workspaceId, drawing, translation -> policies.update(account, workspaceId, policyId,
                    PolicySpec.like(before, translation.document())));
        });
    }

    @Override
    public String read(AccountId account, String workspaceId, String policyId) {
        return unit.read(() -> {
            PolicyDocument policy = policy(account, workspaceId, policyId);
            return Optional.ofNullable(tables.findAll(account, workspaceId, Set.of(policyId)).get(policyId))
                    .filter(table -> isOf(table, policy))
                    .map(DecisionTables.Kept::dmn)
                    .orElseThrow(() -> missing("decision table of routing policy", policyId));
        });
    }

    @Override
    public List<Listed> list(AccountId account, String workspaceId, Paging paging) {
        return unit.read(() -> {
            workspace(account, workspaceId);
            List<PolicyDocument> page = stores.policies().list(account, workspaceId, paging);
            Set<String> ids = page.stream().map(PolicyDocument::id).collect(Collectors.toSet());
            Map<String, DecisionTables.Kept> drawn = tables.findAll(account, workspaceId, ids);
            return page.stream()
                    .map(policy -> new Listed(policy, Optional.ofNullable(drawn.get(policy.id()))
                            .filter(table -> isOf(table, policy))
                            .isPresent()))
                    .toList();
        });
    }

    @Override
    public Foresight preview(AccountId account, String workspaceId, Question question) {
        Findings findings = new Findings();
        Optional<Translation> translation = unit.read(() -> {
            workspace(account, workspaceId);
            return translated(account, workspaceId, question.dmn(), findings);
        });
        if (translation.isEmpty()) {
            return new Refused(findings.problems());
        }
        unit.read(() -> {
            new Reach(stores).check(account, workspaceId, translation.get().rows(), findings);
            return findings;
        });
        Forecast forecast = new Forecast(translation.get());
        Instant since = clock.instant().minus(question.back());
        boolean complete = feed(forecast, since, question.policyId(),
                page -> unit.read(() -> stores.items().list(account, workspaceId, page)));
        return new Foreseen(forecast.since(since, complete), findings.problems(), findings.warnings());
    }

    /** Newest first, page by page along the index; whether that were all. */
    private static boolean feed(Forecast forecast, Instant since, Optional<String> policyId,
            Function<Paging, List<WorkItem>> items) {
        String before = AFTER_ALL;
        for (int read = 0; read < MOST_ITEMS; read += Paging.MOST) {
            List<WorkItem> page = items.apply(new Paging(before, Paging.MOST, true)).reversed();
            List<WorkItem> young = page.stream().takeWhile(item -> !item.origin().created().isBefore(since)).toList();
            young.stream().filter(item -> policyId.isEmpty() || goesBy(item, policyId.get())).forEach(forecast::add);
            if (young.size() < Paging.MOST) {
                return true;
            }
            before = young.getLast().id();
        }
        return false;
    }

    private static boolean goesBy(WorkItem item, String policyId) {
        return item.place().course().filter(course -> course.policyId().equals(policyId)).isPresent();
    }

    private Saving save(AccountId account, String workspaceId, Drawing drawing,
            Function<Translation, PolicyAdministration.Saved> policy) {
        workspace(account, workspaceId);
        Findings findings = new Findings();
        Optional<Translation> translation = translated(account, workspaceId, drawing.dmn(), findings);
        boolean isEmpty = stores.workers().list(account, workspaceId, Paging.first(1)).isEmpty();
        if (!isEmpty || !drawing.withoutWorkers()) {
            translation.ifPresent(one -> new Reach(stores).check(account, workspaceId, one.rows(), findings));
        }
        if (translation.isEmpty() || !findings.isClean()) {
            return new Refused(findings.problems());
        }
        PolicyDocument saved = policy.apply(translation.get()).policy();
        tables.keep(account, workspaceId, saved.id(),
                new DecisionTables.Kept(drawing.dmn(), translation.get().document()));
        return new Saved(saved, findings.warnings());
    }

    private Optional<Translation> translated(AccountId account, String workspaceId, String dmn, Findings findings) {
        return Translation.of(dmn,
                named -> stores.queues().findIn(account, workspaceId, named).map(Queue::id), findings);
    }

    /** Not when the policy was saved in another way since. */
    private static boolean isOf(DecisionTables.Kept table, PolicyDocument policy) {
        return table.document().equals(policy.document());
    }

    private void workspace(AccountId account, String workspaceId) {
        if (stores.workspaces().find(account, workspaceId).isEmpty()) {
            throw missing("workspace", workspaceId);
        }
    }

    private PolicyDocument policy(AccountId account, String workspaceId, String policyId) {
        return stores.policies()
                .find(account, workspaceId, policyId)
                .orElseThrow(() -> missing("routing policy", policyId));
    }

    private static DomainException missing(String what, String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no " + what + " '" + id + "'");
    }
}
