using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>Lists that people choose from.</summary>
public static class MissionChoices
{
    public static Choices<MissionKind> Kind { get; } = new(
        "mission-kind",
        new(MissionKind.Consulting, "consulting"),
        new(MissionKind.ProjectCall, "project-call", "aap"),
        new(MissionKind.Tender, "tender", "ao"),
        new(MissionKind.Accompaniment, "accompaniment"),
        new(MissionKind.Replication, "replication", "essaimage", "réplication"));

    public static Choices<MissionState> State { get; } = new(
        "mission-state",
        new(MissionState.Open, "open"),
        new(MissionState.Answered, "answered", "sent", "envoyée", "répondue"),
        new(MissionState.Won, "won", "gagnée", "remportée"),
        new(MissionState.Lost, "lost", "perdue"),
        new(MissionState.Running, "running", "started", "démarrée"),
        new(MissionState.Delivered, "delivered"),
        new(MissionState.Closed, "closed", "clôturée"),
        new(MissionState.Abandoned, "abandoned"));

    public static Choices<Visibility> Visibility { get; } = new(
        "visibility", new(Missions.Visibility.Public, "public"), new(Missions.Visibility.Community, "community"), new(Missions.Visibility.Private, "private"));

    public static Choices<RoleKind> Role { get; } = new(
        "role",
        new(RoleKind.GuarantorConnector, "guarantor-connector", "garant", "guarantor"),
        new(RoleKind.HelpingCommoner, "helping-commoner", "aidant"),
        new(RoleKind.Coordinator, "coordinator", "coordinateur", "coordinatrice"),
        new(RoleKind.Provider, "provider"),
        new(RoleKind.Sponsor, "sponsor"));

    public static Choices<JoinAs> JoinAs { get; } = new("join-as", new(Missions.JoinAs.Candidate, "candidate"), new(Missions.JoinAs.Shadow, "shadow", "binôme"));

    public static Choices<Holding> Holding { get; } = new(
        "holding",
        new(Missions.Holding.Candidate, "candidate"),
        new(Missions.Holding.Selected, "selected"),
        new(Missions.Holding.Active, "active"),
        new(Missions.Holding.Shadow, "shadow"),
        new(Missions.Holding.HandedBack, "handed-back"),
        new(Missions.Holding.Done, "done"));
}
