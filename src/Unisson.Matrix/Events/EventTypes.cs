namespace Unisson.Matrix;

/// <summary>Types of events that a bot does something about.</summary>
public static class EventTypes
{
    public const string Create = "m.room.create";
    public const string Direct = "m.direct";
    public const string Encrypted = "m.room.encrypted";
    public const string Encryption = "m.room.encryption";
    public const string JoinRules = "m.room.join_rules";
    public const string Member = "m.room.member";
    public const string Message = "m.room.message";
    public const string Name = "m.room.name";
    public const string PowerLevels = "m.room.power_levels";
    public const string Reaction = "m.reaction";
    public const string Redaction = "m.room.redaction";
    public const string SpaceChild = "m.space.child";
    public const string Tombstone = "m.room.tombstone";
}

/// <summary>How events relate (client-server API, "Relationship types").</summary>
public static class RelationTypes
{
    public const string Annotation = "m.annotation";
    public const string Replace = "m.replace";
    public const string Thread = "m.thread";
}
