package org.jackfield.analytics.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.label.define.Part;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.search.language.ValueTest;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/** What a query means, by trying everything out: no index, no sets of places, only words in a row. */
final class NaiveSearch {

    /** A stretch of words: from one to before another. */
    record Stretch(int from, int until) {}

    private final Conversation conversation;
    private final List<List<String>> words = new ArrayList<>();

    private NaiveSearch(Conversation conversation) {
        this.conversation = conversation;
        conversation.turns().forEach(turn -> words.add(Words.of(turn.text()).list()));
    }

    /** Those of which it holds, in an order. */
    static List<Conversation> find(List<Conversation> all, Question question, SearchOrder order) {
        Comparator<Conversation> oldest = Comparator.comparing(Conversation::start);
        Comparator<Conversation> newest = oldest.reversed().thenComparing(Conversation::sid);
        Comparator<Conversation> comparator = switch (order) {
            case NEWEST -> newest;
            case OLDEST -> oldest.thenComparing(Conversation::sid);
            case MATCHES -> Comparator.<Conversation>comparingInt(each -> -new NaiveSearch(each).count(question))
                    .thenComparing(newest);
        };
        return all.stream().filter(each -> new NaiveSearch(each).holds(question)).sorted(comparator).toList();
    }

    /** Numbers of the turns that are shown. */
    static List<Integer> turns(Conversation conversation, Question question) {
        Set<Integer> found = new TreeSet<>();
        new NaiveSearch(conversation).shown(question, found);
        return found.stream().map(turn -> conversation.turns().get(turn).number()).toList();
    }

    static Map<String, Long> labels(List<Conversation> found) {
        return found.stream()
                .flatMap(each -> each.labels().stream().map(Conversation.Label::name).distinct())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** Stretches of a turn that are a phrase or a value. */
    static List<Stretch> stretches(Conversation conversation, int turn, Question.Spot spot) {
        return new NaiveSearch(conversation).stretches(turn, spot);
    }

    private boolean holds(Question question) {
        return switch (question) {
            case Question.All all -> all.questions().stream().allMatch(this::holds);
            case Question.Any any -> any.questions().stream().anyMatch(this::holds);
            case Question.Not not -> !holds(not.question());
            case Question.Filed filed -> filed(filed).filter(name -> isNamed(name, filed.name())).isPresent();
            case Question.Measured measured -> measure(measured)
                    .filter(number -> number >= measured.range().low() && number <= measured.range().high())
                    .isPresent();
            case Question.WithinTurns within -> turnsNear(within, true).findAny().isPresent();
            default -> matching(question).findAny().isPresent();
        };
    }

    /** What the order of matches counts. */
    private int count(Question question) {
        return switch (question) {
            case Question.All all -> all.questions().stream().mapToInt(this::count).sum();
            case Question.Any any -> any.questions().stream().filter(this::holds).mapToInt(this::count).sum();
            case Question.Not not -> 0;
            case Question.Filed filed -> 0;
            case Question.Measured measured -> 0;
            case Question.WithinTurns within -> (int) turnsNear(within, true).count();
            default -> (int) matching(question).count();
        };
    }

    private void shown(Question question, Set<Integer> found) {
        switch (question) {
            case Question.All all -> all.questions().forEach(each -> shown(each, found));
            case Question.Any any -> any.questions().forEach(each -> shown(each, found));
            case Question.WithinTurns within -> {
                turnsNear(within, true).forEach(found::add);
                turnsNear(within, false).forEach(found::add);
            }
            case Question.Not not -> {
                // Nothing of it is there.
            }
            case Question.Filed filed -> {
                // It is in no turn.
            }
            case Question.Measured measured -> {
                // It is in no turn.
            }
            default -> matching(question).forEach(found::add);
        }
    }

    private IntStream matching(Question question) {
        return IntStream.range(0, words.size()).filter(turn -> holdsIn(turn, question));
    }

    private IntStream turnsNear(Question.WithinTurns within, boolean ones) {
        return IntStream.range(0, words.size())
                .filter(turn -> IntStream.range(0, words.size()).anyMatch(other -> {
                    int one = ones ? turn : other;
                    int two = ones ? other : turn;
                    boolean inOrder = switch (within.order()) {
                        case BEFORE -> one < two;
                        case AFTER -> one > two;
                        case EITHER -> true;
                    };
                    return inOrder && Math.abs(one - two) <= within.turns() && holdsIn(one, within.one())
                            && holdsIn(two, within.other());
                }));
    }

    private boolean holdsIn(int turn, Question question) {
        return switch (question) {
            case Question.Spot spot -> !stretches(turn, spot).isEmpty();
            case Question.Near near -> isNear(turn, near);
            case Question.Labelled labelled -> conversation.labels()
                    .stream()
                    .anyMatch(label -> label.turn() == number(turn) && isNamed(label.name(), labelled.name()));
            case Question.By by -> conversation.turns().get(turn).speaker() == by.speaker();
            case Question.InTurn inTurn -> holdsIn(turn, inTurn.question());
            case Question.All all -> all.questions().stream().allMatch(each -> holdsIn(turn, each));
            case Question.Any any -> any.questions().stream().anyMatch(each -> holdsIn(turn, each));
            case Question.Not not -> !holdsIn(turn, not.question());
            default -> throw new AssertionError(question);
        };
    }

    private boolean isNear(int turn, Question.Near near) {
        for (Stretch one : stretches(turn, near.one())) {
            for (Stretch other : stretches(turn, near.other())) {
                int forth = other.from() - one.until();
                int back = one.from() - other.until();
                boolean isSomewhere = one.from() >= 0 && other.from() >= 0;
                if (isSomewhere && ((near.order() != Order.AFTER && forth >= 0 && forth <= near.words())
                        || (near.order() != Order.BEFORE && back >= 0 && back <= near.words()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private int number(int turn) {
        return conversation.turns().get(turn).number();
    }

    private List<Stretch> stretches(int turn, Question.Spot spot) {
        List<Stretch> found = new ArrayList<>();
        for (int from = 0; from <= words.get(turn).size(); from++) {
            Set<Integer> ends = switch (spot) {
                case Question.Said said -> ends(turn, said.phrase().part(), from);
                case Question.Valued valued -> valueEnds(turn, valued.test(), from);
            };
            for (int end : ends) {
                found.add(new Stretch(from, end));
            }
        }
        if (spot instanceof Question.Valued valued && found.isEmpty() && hasValue(turn, valued.test())) {
            found.add(new Stretch(Integer.MIN_VALUE / 4, Integer.MIN_VALUE / 4));
        }
        return found;
    }

    private Set<Integer> ends(int turn, Part part, int from) {
        List<String> said = words.get(turn);
        return switch (part) {
            case Part.Word word -> from < said.size() && word.anyOf()
                    .stream()
                    .anyMatch(each -> isWord(said.get(from),
                            each)) ? Set.of(from + 1) : Set.of();
            case Part.AnyWord any -> from < said.size() ? Set.of(from + 1) : Set.of();
            case Part.Gap gap -> IntStream.rangeClosed(from, Math.min(said.size(), from + gap.most()))
                    .boxed()
                    .collect(Collectors.toSet());
            case Part.Edge edge -> (edge.begin() ? from == 0 : from == said.size()) ? Set.of(from) : Set.of();
            case Part.Slot slot -> valueEnds(turn, ValueTest.of(slot.range()), from);
            case Part.Maybe maybe -> {
                Set<Integer> ends = new TreeSet<>(ends(turn, maybe.part(), from));
                ends.add(from);
                yield ends;
            }
            case Part.Choice choice -> choice.parts()
                    .stream()
                    .flatMap(each -> ends(turn, each, from).stream())
                    .collect(Collectors.toSet());
            case Part.Sequence sequence -> {
                Set<Integer> at = Set.of(from);
                for (Part each : sequence.parts()) {
                    at = at.stream().flatMap(end -> ends(turn, each, end).stream()).collect(Collectors.toSet());
                }
                yield at;
            }
        };
    }

    private static boolean isWord(String said, String asked) {
        return asked.endsWith("*") ? said.startsWith(asked.substring(0, asked.length() - 1)) : said.equals(asked);
    }

    private boolean hasValue(int turn, ValueTest test) {
        return conversation.values()
                .stream()
                .anyMatch(value -> passes(value, test)
                        && value.parts().stream().anyMatch(part -> part.turn() == number(turn)));
    }

    private Set<Integer> valueEnds(int turn, ValueTest test, int from) {
        Turn said = conversation.turns().get(turn);
        Words places = Words.of(said.text());
        Set<Integer> ends = new TreeSet<>();
        for (ExtractedValue value : conversation.values()) {
            for (ExtractedValue.Part part : value.parts()) {
                List<Integer> covered = IntStream.range(0, places.count())
                        .filter(word -> part.turn() == said.number() && part.end() > part.start()
                                && places.start(word) < part.end()
                                && places.end(word) > part.start())
                        .boxed()
                        .toList();
                if (passes(value, test) && !covered.isEmpty() && covered.getFirst() == from) {
                    ends.add(covered.getLast() + 1);
                }
            }
        }
        return ends;
    }

    private static boolean passes(ExtractedValue value, ValueTest test) {
        if (value.type() != test.type() || (test.label().isPresent() && !test.label().equals(value.label()))) {
            return false;
        }
        boolean currency = test.currency().map(code -> value.normal().endsWith(" " + code)).orElse(true);
        boolean normal = test.normal().map(text -> value.normal().equalsIgnoreCase(text)).orElse(true);
        boolean range = test.range().map(bounds -> {
            if (value.type() == ValueType.DATE) {
                try {
                    return bounds.holds(LocalDate.parse(value.normal()).toEpochDay());
                } catch (DateTimeParseException e) {
                    return false;
                }
            }
            BigDecimal millionths = new BigDecimal(value.normal().split(" ", -1)[0]).multiply(BigDecimal.valueOf(
                    1_000_000));
            return millionths.compareTo(BigDecimal.valueOf(bounds.low())) >= 0
                    && millionths.compareTo(BigDecimal.valueOf(bounds.high())) <= 0;
        }).orElse(true);
        return currency && normal && range;
    }

    private static boolean isNamed(String name, String asked) {
        return asked.endsWith("*") ? name.startsWith(asked.substring(0, asked.length() - 1)) : name.equals(asked);
    }

    private Optional<String> filed(Question.Filed filed) {
        return (switch (filed.filing()) {
            case QUEUE -> conversation.filed().queue();
            case WORKER -> conversation.filed().worker();
            case FLOW -> conversation.filed().flow();
            case CALL -> conversation.filed().call();
            case CONVERSATION -> Optional.of(conversation.sid());
        }).map(name -> name.toLowerCase(Locale.ROOT));
    }

    private Optional<Long> measure(Question.Measured measured) {
        return switch (measured.measure()) {
            case STARTED -> Optional.of(conversation.start().toEpochMilli());
            case DURATION -> Optional.of(conversation.duration().toMillis());
            case SILENCE -> Optional.of(conversation.longestSilence().toMillis());
            case TALK -> conversation.talkShare().map(share -> Math.round(share * 1_000));
        };
    }
}
