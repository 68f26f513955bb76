package org.jackfield.engine.media;

/** Turns text into sound. Thread-safe; may take some tens of milliseconds, so it is never called on a media thread. */
public interface SpeechSynthesizer {

    /** A text to speak; the language is a BCP 47 tag, the voice a name that the implementation knows or empty. */
    record Utterance(String text, String language, String voice) {}

    /**
     * Speaks the whole text.
     *
     * @throws PromptUnavailableException the text cannot be spoken (too long, unknown language)
     */
    Sound speak(Utterance utterance);
}
